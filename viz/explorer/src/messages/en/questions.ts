export const questions = {
  "questions.lead":
    "Questions that analysts ask of the report, each with its known answer, which our tests check. Change the values to ask about something else.",
  "questions.find": "Find a question",
  "questions.count": "{shown} of {total} questions",
  "questions.all": "All {count} questions",
  "questions.unknown": "There is no question “{id}”.",
  "questions.ask": "Ask",
  "questions.graph": "Show {count, plural, one {# entity} other {# entities}} in the graph",
  "questions.form": "Show as",
  "questions.dated":
    "{count, plural, =0 {No dated statement is} one {# dated statement is} other {# dated statements are}} behind the {rows, plural, one {# row} other {# rows}} of the answer.{without, plural, =0 {} one { # row has none: the table holds it.} other { # rows have none: the table holds them.}}",
  "questions.none":
    "There is no answer: the report states nothing of what is asked here. It doesn't follow that there is none.",
  "questions.plain": "As a plain page",
  "questions.sparql": "Show the SPARQL",

  "scenarios.lead":
    "Models for the future that the report discusses. None of them is so today: each stands beside the facts, with what is said for and against it.",
  "scenarios.none": "This dataset holds no model for the future.",
  "scenarios.counts": "adds {adds}, ends {ends}, changes {changes}",
  "scenarios.all": "All {count} models",
  "scenarios.unknown": "There is no model “{id}”.",
  "scenarios.graph": "What is said of it, in the graph",
  "scenarios.diagram": "As a diagram",
  "scenarios.added": "Would be added ({count})",
  "scenarios.ended": "Would end ({count})",
  "scenarios.changed": "Would change ({count})",
  "scenarios.for": "Said for it ({count})",
  "scenarios.against": "Said against it ({count})",
  "scenarios.open": "On neither side: to be read in their own words ({count})",
  "scenarios.because": "According to:",
  "scenarios.instead": "In its place:",
  "scenarios.nothing": "Nothing",
  "scenarios.silent":
    "The report says nothing of this model that stands here; what it names as needed or as a consequence is below.",
  "scenarios.said": "What is said of it",
  "scenarios.part": "Part",
  "scenarios.part.added": "Would be added",
  "scenarios.part.ended": "Would end",
  "scenarios.part.because": "Would end: according to",
  "scenarios.part.changed": "Would change",
  "scenarios.part.instead": "Would change: in its place",
  "scenarios.part.for": "Said for it",
  "scenarios.part.against": "Said against it",
  "scenarios.part.open": "On neither side",

  // The SPARQL editor
  "questions.edit": "Change it in the SPARQL editor",
} as const;
