import FibreDeliverables

/// An error that a person can read: what was refused, where, and what to do.
protocol Failure: Error {
  var sentence: Phrase { get }
  var exitCode: Int32 { get }
}
