extension DeliveryImporter {
  mutating func importCompanions() {}
}
