import { MantineProvider } from '@mantine/core'
import { fen } from '@shebao/kernel'
import { checkCertificateRange } from '@shebao/premium'
import { cleanup, render, screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { MemoryRouter } from 'react-router'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { DataClient } from '../../../shared/data/data-client.ts'
import { DataProvider } from '../../../shared/data/hooks.tsx'
import { LanguageProvider } from '../../../shared/lib/language-context.tsx'
import { fillBrowserGaps } from '../../../shared/testing/browser-gaps.ts'
import type { CertificateOutlookQuery } from './certificate.generated.ts'
import { OwnCertificatePage } from './certificate-page.tsx'

const today = '2026-11-26'
const twelveMonths: CertificateOutlookQuery['certificateOutlook'] = {
  __typename: 'CertificateOutlook',
  problem: null,
  lines: 12,
  months: 12,
  paid: fen(4_026_448),
  owed: null,
  gaps: ['2026-11'],
}

/** What the server says of the months as typed: it judges them by the rule of the packages. */
function outlookOf({ from, to }: { from: string; to: string }): CertificateOutlookQuery {
  const range = checkCertificateRange(from, to, today)
  return { certificateOutlook: range.ok ? twelveMonths : { ...twelveMonths, problem: range.problem } }
}

function open() {
  const client = new DataClient(async ({ variables }) => ({
    data: outlookOf(variables as { from: string; to: string }),
  }))
  render(
    <MantineProvider>
      <LanguageProvider>
        <DataProvider client={client}>
          <MemoryRouter>
            <OwnCertificatePage />
          </MemoryRouter>
        </DataProvider>
      </LanguageProvider>
    </MantineProvider>,
  )
}

const field = (label: RegExp) => screen.getByRole('textbox', { name: label })
const [first, last] = [/起始月份/, /截止月份/]

async function ask(from: string, to: string) {
  const user = userEvent.setup()
  for (const [label, text] of [
    [first, from],
    [last, to],
  ] as const) {
    await user.clear(field(label))
    await user.type(field(label), text)
  }
  await user.click(screen.getByRole('button', { name: '核对内容' }))
}

const paper = () => screen.queryByRole('link', { name: '下载缴费证明（PDF）' })

describe('the months of a certificate', () => {
  beforeEach(() => {
    fillBrowserGaps()
    document.cookie = 'shebao_language=zh-CN'
    open()
  })
  afterEach(() => {
    cleanup()
    vi.unstubAllGlobals()
  })

  it.each([
    ['no month', '去年', '2026-10', first, '请按“年-月”填写起始月份，如 2024-07'],
    ['a month of no year', '2026-01', '2026-13', last, '请按“年-月”填写截止月份，如 2026-11'],
    ['the wrong way round', '2026-10', '2026-01', first, '起始月份晚于截止月份，请对调或改正'],
    ['37 of them', '2023-10', '2026-10', first, '超过 36 个月，请分次开具'],
    ['a month to come', '2026-01', '2026-12', last, '截止月份还没有到，最晚填本月'],
  ])('%s: says so at the field, which takes the cursor, and gives no paper', async (_, from, to, at, message) => {
    await ask(from, to)
    await waitFor(() => expect(field(at).getAttribute('aria-invalid')).toBe('true'))
    const described = field(at).getAttribute('aria-describedby')?.split(' ') ?? []
    expect(described.map((id) => document.getElementById(id)?.textContent)).toContain(message)
    expect(field(at === first ? last : first).getAttribute('aria-invalid')).not.toBe('true')
    expect(document.activeElement).toBe(field(at))
    expect(paper()).toBeNull()
  })

  it('are at first the last twelve that are over', () => {
    const [from, to] = [first, last].map((label) => (field(label) as HTMLInputElement).value)
    const now = new Date(Date.now() + 8 * 3_600_000)
    const monthsAgo = (count: number) =>
      new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - count, 1)).toISOString().slice(0, 7)
    expect([from, to]).toEqual([monthsAgo(12), monthsAgo(1)])
  })

  it('are linked to as a paper once they are right, the message gone', async () => {
    await ask('2026-10', '2026-01')
    await screen.findByText('起始月份晚于截止月份，请对调或改正')
    await ask('2023-11', '2026-10')
    await waitFor(() => expect(paper()).not.toBeNull())
    expect(paper()?.getAttribute('href')).toBe('/documents/certificate.pdf?from=2023-11&to=2026-10&lang=zh-CN')
    expect(screen.queryByText('起始月份晚于截止月份，请对调或改正')).toBeNull()
    expect(field(first).getAttribute('aria-invalid')).not.toBe('true')
  })
})
