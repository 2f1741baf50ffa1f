import { addConfirmations, addSignatures } from '../confirmation/index.ts'
import './asked-people.ts'
import { MonthlyDeclarationType } from './monthly-type.ts'

// Whoever joins or gets another base in a month may be asked to confirm it, like the people of the annual list (ADR 37).
addConfirmations(MonthlyDeclarationType)
addSignatures(MonthlyDeclarationType)
