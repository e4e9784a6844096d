import GeoFormats

/// The distribution cable that goes on from a last closure: its boxes, and what is cut in which.
struct DistributionDesign {
  /// Places of the six boxes, in Lambert-93 metres.
  var boxes: [(easting: Double, northing: Double)]
  /// Tubes for public sites, in order: the box where each is cut, and the site of each link (0 for an annex).
  var siteTubes: [(box: Int, sites: [Int])]
  /// Far ends of dark fibre: the operator, and the box where its tubes are cut.
  var farEnds: [(operatorNumber: Int, box: Int)]

  static let fibres = [288, 144, 144, 288, 144, 144, 144]

  /// The third box of cable 6 is the third box of cable 3.
  static let sharedBox = (rings: (2, 5), box: 3)

  static let all = [
    DistributionDesign(
      boxes: [
        (648_700, 6_977_850), (649_230, 6_977_900), (649_500, 6_978_400), (649_400, 6_978_950), (649_450, 6_979_500),
        (649_600, 6_980_060),
      ],
      siteTubes: [
        (2, [10, 4, 7, 0]), (4, [6, 0, 0, 0]), (5, [1, 3, 0, 0]), (6, [2, 5, 8, 9]), (3, [0, 0, 0, 0]),
        (1, [0, 0, 0, 0]),
      ],
      farEnds: [(1, 4), (2, 2)]),
    DistributionDesign(
      boxes: [
        (649_900, 6_977_540), (649_680, 6_978_050), (649_700, 6_978_600), (649_650, 6_979_140), (649_850, 6_979_690),
        (650_050, 6_980_200),
      ],
      siteTubes: [(2, [7, 4, 10, 0]), (4, [1, 3, 6, 0]), (6, [2, 5, 8, 9]), (3, [0, 0, 0, 0])],
      farEnds: [(3, 2), (4, 3)]),
    DistributionDesign(
      boxes: [
        (646_860, 6_976_060), (647_230, 6_976_080), (647_605, 6_976_110), (648_100, 6_976_380), (648_560, 6_976_640),
        (648_950, 6_977_020),
      ],
      siteTubes: [
        (3, [12, 13, 14, 15]), (3, [16, 17, 0, 0]), (1, [11, 18, 0, 0]), (5, [19, 21, 0, 0]), (4, [20, 0, 0, 0]),
      ],
      farEnds: [(5, 5), (6, 6)]),
    DistributionDesign(
      boxes: [
        (647_500, 6_974_750), (648_040, 6_974_650), (648_520, 6_974_390), (649_020, 6_974_180), (649_500, 6_974_440),
        (649_350, 6_973_920),
      ],
      siteTubes: [
        (1, [31, 32, 34, 38]), (3, [36, 37, 39, 0]), (5, [33, 35, 40, 0]), (2, [0, 0, 0, 0]), (4, [0, 0, 0]),
        (6, [0, 0, 0]), (3, [0, 0, 0]), (5, [0, 0, 0]),
      ],
      farEnds: [(1, 2), (2, 4)]),
    DistributionDesign(
      boxes: [
        (652_050, 6_976_520), (652_500, 6_976_220), (652_850, 6_975_800), (653_050, 6_975_290), (653_050, 6_974_740),
        (652_850, 6_974_230),
      ],
      siteTubes: [(1, [22, 25, 27, 29]), (2, [23, 26, 30, 0]), (4, [24, 0, 0, 0]), (6, [28, 0, 0, 0])],
      farEnds: [(4, 3), (3, 5)]),
    DistributionDesign(
      boxes: [
        (648_660, 6_976_060), (648_130, 6_975_900), (647_605, 6_976_110), (647_250, 6_975_680), (646_800, 6_975_400),
        (646_250, 6_975_450),
      ],
      siteTubes: [(3, [12, 13, 14, 15]), (2, [11, 19, 20, 21]), (3, [16, 17, 18])], farEnds: [(5, 4)]),
    DistributionDesign(
      boxes: [
        (651_560, 6_976_080), (651_400, 6_975_560), (650_950, 6_975_260), (650_450, 6_975_050), (649_950, 6_974_830),
        (649_420, 6_974_650),
      ],
      siteTubes: [
        (1, [22, 23, 25, 27, 30]), (5, [33, 35, 36, 37, 40]), (6, [31, 32, 34, 38, 39]), (2, [24, 26, 28, 29]),
      ],
      farEnds: [(6, 4)]),
  ]
}
