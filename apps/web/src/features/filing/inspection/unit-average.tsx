import { fen } from '@shebao/kernel'
import { explainUnitAverage } from '@shebao/premium'
import { DerivationPopover } from '../../../shared/ui/derivation-popover.tsx'

interface UnitAverageProps {
  field: 'averageMonthlyWageLastYear' | 'averageBaseThisYear'
  amount: number
}

/** An average worked out from the list, which opens into how. */
export function UnitAverage({ field, amount }: UnitAverageProps) {
  return <DerivationPopover fen={amount} sign explanation={explainUnitAverage(field, fen(amount))} />
}
