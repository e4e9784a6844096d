import FibreDeliverables
import FibreExchange
import FibreModel
import FibreProgramme

/// An amount or a rate that a command can't work with.
enum AmountFailure: Failure {
  case negative(Money)
  case rate(Rate)

  var exitCode: Int32 { Exit.refused }

  var sentence: Phrase {
    switch self {
    case .negative(let amount):
      Phrase("\(amount) est négatif. Donner un montant positif.", "\(amount) is negative. Give a positive amount.")
    case .rate(let rate):
      Phrase(
        "\(rate.percentText(decimals: 3)) % : donner un taux de 0 à 100 %.",
        "\(rate.percentText(decimals: 3))%: give a rate from 0 to 100%.")
    }
  }
}

extension LoanRefusal: Failure {
  var exitCode: Int32 { Exit.refused }

  var sentence: Phrase {
    switch self {
    case .principal(let amount):
      Phrase("Un capital de \(amount) ne s'emprunte pas.", "A principal of \(amount) can't be borrowed.")
    case .rate(let rate): AmountFailure.rate(rate).sentence
    case .years(let years):
      Phrase(
        "\(years) ans : donner une durée de 1 à \(Loan.mostYears) ans.",
        "\(years) years: give from 1 to \(Loan.mostYears) years.")
    case .deferral(let periods, let count):
      Phrase(
        "Un différé de \(periods) échéances sur \(count) ne laisse rien rembourser. En donner moins.",
        "A deferral of \(periods) periods of \(count) leaves none to pay back in. Give fewer.")
    case .instalmentBelowInterest(let instalment, let interest):
      Phrase(
        "Arrondie, l'échéance de \(instalment) ne paie pas les premiers intérêts, \(interest). Arrondir au centime.",
        "Rounded, the instalment of \(instalment) does not pay the first interest, \(interest). Round to the cent.")
    }
  }
}

extension LatePayment.Refusal: Failure {
  var exitCode: Int32 { Exit.refused }

  var sentence: Phrase {
    switch self {
    case .negativeAmount(let amount): AmountFailure.negative(amount).sentence
    case .negativeDays(let days):
      Phrase("\(days) jours : donner de 0 à 36525 jours.", "\(days) days: give from 0 to 36525 days.")
    case .rate(let rate): AmountFailure.rate(rate).sentence
    }
  }
}

extension LotsFileError: Failure {
  var exitCode: Int32 {
    switch self {
    case .missing, .unreadable: Exit.unusable
    case .columnMissing, .noLots, .noEstimate: Exit.refused
    }
  }

  var sentence: Phrase {
    switch self {
    case .missing(let path):
      Phrase("\(path) n'existe pas. Donner un fichier de lots.", "\(path) does not exist. Give a file of lots.")
    case .unreadable(let path): .notATable(path)
    case .columnMissing(let path, let column): .columnMissing(column, in: path)
    case .noLots(let path):
      Phrase("\(path) ne donne aucun lot. En ajouter.", "\(path) gives no lot. Add some.")
    case .noEstimate(let path):
      Phrase(
        "\(path) ne donne pas d'estimation. Ajouter une ligne estimate.",
        "\(path) gives no estimate. Add a row estimate.")
    }
  }
}
