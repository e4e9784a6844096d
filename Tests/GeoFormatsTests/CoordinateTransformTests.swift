import GeoFormats
import Testing

@Suite struct CoordinateTransformTests {
  @Test func lambert93HasItsOriginAt3DegreesEastAnd46Point5North() throws {
    let toDegrees = try CoordinateTransform(from: 2154, to: 4326)
    let origin = try #require(try toDegrees([Coordinate(x: 700_000, y: 6_600_000)]).first)
    #expect(abs(origin.x - 3) < 1e-9)
    #expect(abs(origin.y - 46.5) < 1e-9)
  }

  @Test func thereAndBackIsTheSamePlace() throws {
    let toDegrees = try CoordinateTransform(from: 2154, to: 4326)
    let toMetres = try CoordinateTransform(from: 4326, to: 2154)
    let places = [Coordinate(x: 649_800, y: 6_977_400), Coordinate(x: 100_000, y: 6_300_000)]
    for (place, back) in zip(places, try toMetres(try toDegrees(places))) {
      #expect(abs(place.x - back.x) < 1e-3)
      #expect(abs(place.y - back.y) < 1e-3)
    }
  }

  @Test func whatIsNotOnEarthIsRefused() throws {
    #expect(throws: FormatError.noTransform(from: 2154, to: 99)) {
      _ = try CoordinateTransform(from: 2154, to: 99)
    }
    let toMetres = try CoordinateTransform(from: 4326, to: 2154)
    #expect(throws: FormatError.noTransform(from: 4326, to: 2154)) { _ = try toMetres([Coordinate(x: 3, y: 400)]) }
  }
}
