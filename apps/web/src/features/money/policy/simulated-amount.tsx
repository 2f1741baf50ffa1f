import type { LoadDerivation } from '../../../shared/lib/use-derivation.ts'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { DerivationPopover } from '../../../shared/ui/derivation-popover.tsx'
import { MoneyText } from '../../../shared/ui/money-text.tsx'
import { signed } from './signed-amount.ts'
import type { useDeriveSimulation } from './use-derive-simulation.ts'

/** How the figures of a simulation open; nothing when it was made before that was kept. */
export type Derive = ReturnType<typeof useDeriveSimulation> | undefined

interface SimulatedAmountProps {
  fen: number
  /** An increase or a decrease: an increase has its plus. */
  change?: boolean
  sign?: boolean
  size?: 'part' | 'total'
  derive: LoadDerivation | undefined
}

/** A figure of a simulation, which opens into what it follows from. */
export function SimulatedAmount({ fen, change = false, sign = false, size = 'part', derive }: SimulatedAmountProps) {
  const format = useFormat()
  if (derive) return <DerivationPopover fen={fen} change={change} sign={sign} size={size} explanation={derive} />
  return change ? signed(fen, sign ? format.yuan : format.fen) : <MoneyText fen={fen} sign={sign} size={size} />
}
