// What the command asks the office: the contract is apps/api/schema.graphql, docs/integration.md walks through it.

const draft = 'id year status version unitRevision personnelRevision'
const issue = 'ruleId severity path field row code params'

export const openInspection = `mutation { openInspection {
  __typename ... on DeclarationChanged { declaration { ${draft} } } ... on DeclarationRefused { reason date } } }`

export const saveUnitForm = `mutation ($input: SaveUnitFormInput!) { saveUnitForm(input: $input) {
  __typename ... on UnitFormSaved { declaration { ${draft} } } ... on DeclarationConflict { revision }
  ... on DeclarationRefused { reason date } } }`

export const savePersonnel = `mutation ($input: SavePersonnelInput!) { savePersonnel(input: $input) {
  __typename ... on PersonnelSaved { finished revision } ... on PersonnelConflict { revision }
  ... on PersonnelRefused { code rows } } }`

export const signPersonnelList = `mutation ($declarationId: ID!) { signPersonnelList(declarationId: $declarationId, signed: true) {
  __typename ... on PersonnelRefused { code rows } } }`

export const compareRoster = `mutation ($declarationId: ID!) { compareRoster(declarationId: $declarationId) {
  __typename ... on CompareRefused { code } } }`

export const resolveDifferences = `mutation ($declarationId: ID!, $kind: DifferenceKind!, $resolution: DifferenceResolution!, $reason: String, $stopReason: StopReason) {
  resolveDifferences(declarationId: $declarationId, ids: [], allOfKind: $kind, resolution: $resolution, reason: $reason, stopReason: $stopReason) {
  __typename ... on DifferencesResolved { ids } ... on ResolveRefused { code ids } } }`

export const readDeclaration = `query ($id: ID!) { declaration(id: $id) { ${draft} mark verdict people
  comparison { stage open kinds { kind open } } issues(first: 5000) { ${issue} } } }`

export const submitDeclaration = `mutation ($input: SubmitDeclarationInput!) { submitDeclaration(input: $input) {
  __typename ... on DeclarationSubmitted { receipt { version formNo people contentHash verifyCode submittedAt } }
  ... on DeclarationIncomplete { issues { ${issue} } } ... on DeclarationConflict { revision }
  ... on DeclarationRefused { reason date } } }`
