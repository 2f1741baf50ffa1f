/** What other features use of clerks: choosing the duties somebody is given. */
export { DutiesField } from './duties-field.tsx'
