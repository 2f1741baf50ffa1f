/** Public service of the individual feature: the person as the register has them. */
export { findIndividual } from './individual.repository.ts'
export type { IndividualRow } from './individual.repository.ts'
