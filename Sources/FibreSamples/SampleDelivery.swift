public import GeoFormats

/// A GraceTHD delivery and the files that stand beside it, in memory.
public struct SampleDelivery: Sendable {
  /// A file that GraceTHD has no table for.
  public struct Companion: Hashable, Sendable {
    /// The file's name, with its suffix.
    public var name: String
    /// Its text, in UTF-8 with line feeds.
    public var text: String
  }

  /// The tables of GraceTHD v2.0.1 that hold a row; those with shapes are exchanged as shapefiles, the others as CSV.
  public var tables: [FeatureTable]
  /// Services, optics, work windows and the other companion files.
  public var companions: [Companion]
}
