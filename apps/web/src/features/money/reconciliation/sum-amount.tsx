import type { LoadDerivation } from '../../../shared/lib/use-derivation.ts'
import { DerivationPopover } from '../../../shared/ui/derivation-popover.tsx'
import { MoneyText } from '../../../shared/ui/money-text.tsx'

interface SumAmountProps {
  fen: number
  size?: 'part' | 'total'
  sign?: boolean
  derive: LoadDerivation
}

/** A sum that opens into its parts; of nothing there are none. */
export function SumAmount({ derive, ...amount }: SumAmountProps) {
  return amount.fen === 0 ? <MoneyText {...amount} /> : <DerivationPopover {...amount} explanation={derive} />
}
