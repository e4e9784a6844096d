/// The parameters of the migration, as `migration.json` holds them.
enum MigrationParameters {
  static let text = """
    {
      "format": "epissure-migration-1",
      "from": "POP-AMI-SF",
      "to": "POP-AMI-IT",
      "spliceMinutes": 5,
      "testMinutes": 2,
      "tubeOpeningMinutes": 10,
      "closuresPerCrewAndWindow": 1,
      "operatorQuota": 40,
      "soakWindows": 1,
      "noticeWorkingDays": 10,
      "repairMarginDecibels": 0,
      "okMarginDecibels": 1.5,
      "tie": {
        "cable": "CAB-IT-SF",
        "fibres": 48,
        "fromPanel": "TI-SF-TIE",
        "toPanel": "TI-IT-16"
      },
      "loss": {
        "attenuation": [
          { "wavelengthNanometres": 1310, "decibelsPerKilometre": 0.35 },
          { "wavelengthNanometres": 1550, "decibelsPerKilometre": 0.25 },
          { "wavelengthNanometres": 1625, "decibelsPerKilometre": 0.28 }
        ],
        "spliceDecibels": 0.1,
        "passageDecibels": 0,
        "portDecibels": 0.25,
        "dispersionPsPerNmKm": [
          { "wavelengthNanometres": 1310, "value": 0 },
          { "wavelengthNanometres": 1550, "value": 17 }
        ]
      },
      "equipment": [
        { "equipment": "EQ-SF-R1", "twin": "EQ-IT-R1", "twinInServiceOn": "2027-01-04", "peer": "EQ-COR-R2" },
        { "equipment": "EQ-SF-AGG", "twin": "EQ-IT-AGG", "twinInServiceOn": "2027-01-04", "peer": "EQ-COR-R2" }
      ]
    }

    """
}
