// What the command asks the office about a month; the contract is apps/api/schema.graphql.

const draft = 'id period filing state revision version dueOn'
const issue = 'ruleId severity path field row code params'

export const openMonthly = `mutation ($period: Period, $filing: Filing!) { openMonthlyDeclaration(period: $period, filing: $filing) {
  __typename ... on MonthlyOpened { declaration { ${draft} } } ... on MonthlyNotOpened { reason open } } }`

export const uploadChanges = `mutation ($input: UploadMonthlyChangesInput!) { uploadMonthlyChanges(input: $input) {
  __typename ... on MonthlyChangesSaved { finished revision } ... on MonthlyConflict { revision }
  ... on MonthlyChangesNotSaved { code rows } } }`

export const readMonthly = `query ($id: ID!) { monthlyDeclaration(id: $id) { ${draft} mark counts { changes joins stops bases infos }
  judgement { verdict duties { dueOn people } issues { ${issue} } }
  preview { nextBill { period people total } differenceBilled differenceCredited } } }`

export const submitMonthly = `mutation ($input: SubmitMonthlyInput!) { submitMonthlyDeclaration(input: $input) {
  __typename ... on MonthlySubmitted { receipt { version formNo people contentHash verifyCode submittedAt } }
  ... on MonthlyIncomplete { issues { ${issue} } } ... on MonthlyConflict { revision } ... on MonthlyNotSubmitted { reason } } }`
