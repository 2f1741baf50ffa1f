import { builder } from '../../../graphql/builder.ts'
import { enforcementEvents } from './enforcement.lifecycle.ts'
import { signedSteps } from './paper-draft.ts'

export const EnforcementEventEnum = builder.enumType('EnforcementEvent', { values: enforcementEvents })
export const EnforcementSignedStepEnum = builder.enumType('EnforcementSignedStep', { values: signedSteps })
