@main struct Epissure {
  static func main() {}
}
