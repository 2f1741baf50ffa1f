import type { ReadRegistrationMutation } from './registration.generated.ts'

type Answer = ReadRegistrationMutation['readRegistration']

/** What became of an application, for whoever holds its key. */
export type Application = Extract<Answer, { __typename: 'RegistrationApplication' }>
/** Why the office did not do it. */
export type Refusal = Extract<Answer, { __typename: 'RegistrationRefused' }>
