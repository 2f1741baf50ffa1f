import { MantineProvider } from '@mantine/core'
import { fen } from '@shebao/kernel'
import { explain } from '@shebao/premium'
import { cleanup, render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { DataClient } from '../../../shared/data/data-client.ts'
import { DataProvider } from '../../../shared/data/hooks.tsx'
import { LanguageProvider } from '../../../shared/lib/language-context.tsx'
import type { DerivationQueryVariables } from '../../../shared/lib/derivation.generated.ts'
import { fillBrowserGaps } from '../../../shared/testing/browser-gaps.ts'
import type { Simulation } from './proposal-type.ts'
import { SimulatedShares } from './simulation-tables.tsx'
import { useDeriveSimulation } from './use-derive-simulation.ts'

const shares: Simulation['shares'] = [
  {
    __typename: 'SimulatedShare',
    side: 'EMPLOYER',
    insurance: 'PENSION',
    before: fen(100),
    after: fen(150),
    more: 1,
    less: 0,
  },
]
const share = (amount: number) =>
  explain('NOTICE_SHARE', 'BOOKED', 'FEN', fen(amount), { params: { insurance: 'PENSION', side: 'EMPLOYER' } })

function Shares({ derivable }: { derivable: boolean }) {
  const derive = useDeriveSimulation('p1')
  return <SimulatedShares shares={shares} derive={derivable ? derive : undefined} />
}

function show(derivable: boolean) {
  const asked: DerivationQueryVariables['subject'][] = []
  const client = new DataClient(async ({ variables }) => {
    const { subject } = variables as DerivationQueryVariables
    asked.push(subject)
    const explanation = share(subject.simulatedShare?.moment === 'BEFORE' ? 100 : 150)
    return { data: { derivation: { __typename: 'Derivation', explanation, agrees: null } } }
  })
  render(
    <MantineProvider>
      <LanguageProvider>
        <DataProvider client={client}>
          <Shares derivable={derivable} />
        </DataProvider>
      </LanguageProvider>
    </MantineProvider>,
  )
  return asked
}

beforeEach(() => {
  fillBrowserGaps()
  document.cookie = 'shebao_language=zh-CN'
  // Nothing is laid out in jsdom, so a popover finds nothing to focus and says so.
  vi.spyOn(console, 'warn').mockImplementation(() => undefined)
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

describe('shares of a simulation', () => {
  it('ask for the one share that is opened; a change is after less before', async () => {
    const asked = show(true)
    expect(screen.getAllByRole('button').map(({ textContent }) => textContent)).toEqual(['1.00', '1.50', '+0.50'])
    expect(asked).toEqual([])
    await userEvent.click(screen.getByText('0.50', { exact: false }))
    expect(await screen.findByText('采用方案后 − 原出单')).toBeTruthy()
    expect(screen.getByText('0.50元')).toBeTruthy()
    const one = { proposalId: 'p1', side: 'EMPLOYER', insurance: 'PENSION' }
    const both = ['BEFORE', 'AFTER'].map((moment) => ({ simulatedShare: { ...one, moment } }))
    expect(new Set(asked)).toEqual(new Set(both))
  })

  it('are plain figures where the simulation is too old to explain them', () => {
    show(false)
    expect(screen.queryAllByRole('button')).toEqual([])
    expect(screen.getByText('+0.50')).toBeTruthy()
  })
})
