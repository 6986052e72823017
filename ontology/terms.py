"""The terms of the ontology. Generated from `migov.ttl` by `python -m ontology.generate`; do not edit."""

from rdflib import URIRef
from rdflib.namespace import DefinedNamespace, Namespace


class MIGOV(DefinedNamespace):
    """Migov's own terms."""

    _fail = True
    _NS = Namespace("https://w3id.org/migov/ontology#")

    Actor: URIRef
    Body: URIRef
    Change: URIRef
    Concept: URIRef
    Continuation: URIRef
    Document: URIRef
    Entity: URIRef
    Event: URIRef
    Family: URIRef
    Group: URIRef
    Inference: URIRef
    Institution: URIRef
    Instrument: URIRef
    Mention: URIRef
    Modality: URIRef
    Note: URIRef
    Paragraph: URIRef
    Passage: URIRef
    Person: URIRef
    Place: URIRef
    Process: URIRef
    Property: URIRef
    Proposal: URIRef
    Recommendation: URIRef
    RegionalConsultativeProcess: URIRef
    Report: URIRef
    Role: URIRef
    Scenario: URIRef
    Section: URIRef
    Statement: URIRef
    Tension: URIRef
    Unit: URIRef
    absence: URIRef
    addressedTo: URIRef
    addresses: URIRef
    adds: URIRef
    adopted: URIRef
    adoptedOn: URIRef
    advises: URIRef
    aimsAt: URIRef
    appliesTo: URIRef
    appointed: URIRef
    asOfReport: URIRef
    assessedAs: URIRef
    assessment: URIRef
    authored: URIRef
    basedOn: URIRef
    because: URIRef
    benefits: URIRef
    bodyOf: URIRef
    bound: URIRef
    carriesOut: URIRef
    chairs: URIRef
    changes: URIRef
    cites: URIRef
    citesLink: URIRef
    citesSymbol: URIRef
    complements: URIRef
    concerns: URIRef
    concernsEntity: URIRef
    concernsStatement: URIRef
    condition: URIRef
    conditional: URIRef
    considers: URIRef
    content: URIRef
    contributesTo: URIRef
    created: URIRef
    criticism: URIRef
    dependsOn: URIRef
    describedAs: URIRef
    differsFrom: URIRef
    discusses: URIRef
    drives: URIRef
    duration: URIRef
    earliest: URIRef
    edited: URIRef
    edtf: URIRef
    enables: URIRef
    ended: URIRef
    enteredIntoForceOn: URIRef
    entitledTo: URIRef
    evidence: URIRef
    excludes: URIRef
    extends: URIRef
    fact: URIRef
    family: URIRef
    favours: URIRef
    focusesOn: URIRef
    footnote: URIRef
    form: URIRef
    fundedThrough: URIRef
    fundingShare: URIRef
    funds: URIRef
    guarantees: URIRef
    hasDialogueWith: URIRef
    hasDutyTo: URIRef
    hasExpertiseIn: URIRef
    hasFeature: URIRef
    hasMandate: URIRef
    heldIn: URIRef
    heldOn: URIRef
    hinders: URIRef
    holdsRole: URIRef
    inParagraph: URIRef
    inReport: URIRef
    inSection: URIRef
    includes: URIRef
    instrumentCount: URIRef
    instrumentNumber: URIRef
    interval: URIRef
    issued: URIRef
    latest: URIRef
    leadsTo: URIRef
    ledBy: URIRef
    link: URIRef
    linkedTo: URIRef
    locationCount: URIRef
    mainEvidence: URIRef
    memberCount: URIRef
    memberOf: URIRef
    mergedWith: URIRef
    modality: URIRef
    modelledOn: URIRef
    monitors: URIRef
    namesDate: URIRef
    needs: URIRef
    neglects: URIRef
    objectTranslation: URIRef
    observerCount: URIRef
    observerOf: URIRef
    ofModel: URIRef
    opposes: URIRef
    order: URIRef
    organized: URIRef
    outcomeOf: URIRef
    outsideOf: URIRef
    partOf: URIRef
    participantCount: URIRef
    participatedIn: URIRef
    plan: URIRef
    populationCount: URIRef
    prohibits: URIRef
    proposal: URIRef
    proposes: URIRef
    protects: URIRef
    provides: URIRef
    providesSecretariatFor: URIRef
    publishedOn: URIRef
    qualifier: URIRef
    ratificationCount: URIRef
    ratifies: URIRef
    reaffirms: URIRef
    recommendation: URIRef
    replaces: URIRef
    reported: URIRef
    reportsTo: URIRef
    requested: URIRef
    requirement: URIRef
    requires: URIRef
    resembles: URIRef
    responsibleFor: URIRef
    saidAgainst: URIRef
    saidFor: URIRef
    saidRequired: URIRef
    says: URIRef
    sentence: URIRef
    sentenceTemplate: URIRef
    sequenceNumber: URIRef
    serves: URIRef
    staffCount: URIRef
    startedOn: URIRef
    submitted: URIRef
    submittedTo: URIRef
    successorOf: URIRef
    supplements: URIRef
    supports: URIRef
    symbol: URIRef
    text: URIRef
    theme: URIRef
    title: URIRef
    to: URIRef
    transferredTo: URIRef
    translation: URIRef
    transmitted: URIRef
    unit: URIRef
    valueKind: URIRef
    visited: URIRef
    withoutStatements: URIRef
    worksWith: URIRef
    wouldRequire: URIRef
    yearInName: URIRef
    _extras = [  # noqa: RUF012 - as rdflib declares it
        "family-assessment",
        "family-documents",
        "family-identification",
        "family-legal",
        "family-mandate",
        "family-membership",
        "family-participation",
        "family-proposals",
        "family-quantity",
        "family-structure",
        "family-support",
        "family-time",
        "from",
        "unit-entity",
        "unit-instrument",
        "unit-item",
        "unit-location",
        "unit-meeting",
        "unit-member",
        "unit-member-state",
        "unit-observer-state",
        "unit-ordinal",
        "unit-party",
        "unit-percent",
        "unit-person",
        "unit-staff",
        "unit-state",
        "unit-year",
    ]
