import CGDAL

/// The process-wide state of GDAL: its drivers, and what it says when it refuses.
enum GDALLibrary {
  /// Drivers are registered once; Swift runs a static initialiser under a lock.
  private static let drivers: Void = GDALAllRegister()

  /// Runs `body` with GDAL's drivers known and its messages kept off standard error.
  ///
  /// GDAL keeps error handlers and the last message by thread, so `body` must not leave its thread.
  static func quietly<Result, Failure: Error>(_ body: () throws(Failure) -> Result) throws(Failure) -> Result {
    _ = drivers
    fn_gdal_push_quiet_errors()
    defer { CPLPopErrorHandler() }
    return try body()
  }

  /// GDAL's own words about the last refusal on this thread.
  static var lastMessage: String {
    let message = String(cString: CPLGetLastErrorMsg())
    return message.isEmpty ? "no reason given" : message
  }

  /// True when a call since the last `quietly` began failed.
  static var hasFailed: Bool { CPLGetLastErrorType().rawValue >= CE_Failure.rawValue }

  /// Calls `body` with a null-terminated list of `NAME=VALUE` options.
  static func withOptions<Result, Failure: Error>(
    _ options: [String], _ body: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    var list: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
    for option in options { list = CSLAddString(list, option) }
    defer { CSLDestroy(list) }
    return try body(list)
  }
}
