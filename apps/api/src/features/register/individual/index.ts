/** What other features use of `register/individual`: the person as the register has them. */
export { addIndividuals } from './accepted-people.repository.ts'
export type { AcceptedPerson, AcceptedVersion } from './accepted-person.ts'
export {
  findFirstAndLastPeriod,
  findIndividual,
  listCards,
  listPaidPeriods,
  listSpells,
} from './individual.repository.ts'
export type { CardRow, IndividualRow, SpellRow } from './individual.repository.ts'
export { renameIndividuals } from './rename-individuals.ts'
