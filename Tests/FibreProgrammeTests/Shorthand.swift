import FibreModel
import FibreProgramme

/// Values written as text in tests; a text that is none shows as zero or the first of days, which no test expects.
func euros(_ text: String) -> Money { Money(text) ?? .zero }
func rate(_ text: String) -> Rate { Rate(text) ?? .zero }
func day(_ text: String) -> CalendarDate { CalendarDate(text) ?? .earliest }
func month(_ text: String) -> CalendarMonth { CalendarMonth(text) ?? CalendarDate.earliest.calendarMonth }
