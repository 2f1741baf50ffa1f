import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { answer, axeFindings, clerk, showPage } from '../../../shared/testing/show-page.tsx'
import { PapersPage } from './papers-page.tsx'
import { PapersDocument, PrintPapersDocument, PrintRunsDocument } from './papers.generated.ts'
import type { PapersQuery, PrintRunsQuery } from './papers.generated.ts'

type Run = PrintRunsQuery['printRuns'][number]
const run: Run = {
  __typename: 'PrintRun',
  id: 'r1',
  status: 'READY',
  language: 'en',
  papers: 3,
  done: 3,
  failed: 1,
  bytes: 204_800,
  createdAt: '2026-11-23T02:00:00Z',
  finishedAt: '2026-11-23T02:01:00Z',
  failures: [
    { __typename: 'PrintItemFailed', kind: 'PAYMENT_VOUCHER', number: 'JF-9', version: 1, problem: 'NOT_FOUND' },
  ],
}
const paper = (number: string) => ({
  __typename: 'PrintablePaper' as const,
  kind: 'PAYMENT_NOTICE' as const,
  subjectId: number,
  version: 1,
  number,
  concerning: '2026-10',
  day: '2026-10-02',
})

type Listed = Omit<ReturnType<typeof paper>, 'kind'> & { kind: PapersQuery['papers']['edges'][number]['node']['kind'] }

function open(runs: Run[], listed: readonly Listed[] = ['JF-1', 'JF-2'].map(paper), viewer = clerk) {
  const papers = answer(PapersDocument, {
    paperYears: ['2026'],
    papers: {
      __typename: 'PrintablePaperConnection',
      edges: listed.map((node) => ({ __typename: 'PrintablePaperEdge' as const, node })),
      pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
    },
  })
  const asked = answer(PrintPapersDocument, {
    printPapers: { __typename: 'PrintRunAsked', run: { __typename: 'PrintRun', id: 'r2' } },
  })
  return showPage(<PapersPage />, { viewer, answers: [papers, asked, answer(PrintRunsDocument, { printRuns: runs })] })
}

afterEach(cleanup)

describe('the papers of an employer', () => {
  it('go into one file in the language that was chosen, each as it was listed', async () => {
    const { user, askedOf, container } = open([run])
    await user.click(await screen.findByRole('checkbox', { name: '选择 缴费通知单 JF-2' }))
    expect(await axeFindings(container)).toEqual([])
    await user.selectOptions(screen.getByLabelText('语言'), 'en')
    await user.click(screen.getByRole('button', { name: '合并打印 1 份' }))
    await waitFor(() => expect(screen.queryByRole('button', { name: /合并打印/ })).toBeNull())
    expect(askedOf('PrintPapers')).toEqual([
      { papers: [{ kind: 'PAYMENT_NOTICE', subjectId: 'JF-2', version: 1 }], language: 'en' },
    ])
  })

  it('are there as a file, with what could not be printed and why', async () => {
    open([run])
    const link = await screen.findByRole('link', { name: /下载 PDF/ })
    expect(link.getAttribute('href')).toBe('/documents/papers/r1.pdf')
    expect(screen.getByText('电子缴费凭证 JF-9: 已失效，或您已无权查看')).toBeTruthy()
    const row = await screen.findByRole('row', { name: /JF-1/ })
    expect(within(row).getByRole('link').getAttribute('href')).toBe('/documents/notice/JF-1.pdf?lang=zh-CN')
  })

  it('wait for the file that is being made', async () => {
    const { user } = open([{ ...run, status: 'PRINTING', done: 1, failed: 0, failures: [] }])
    await user.click(await screen.findByRole('checkbox', { name: '选择 缴费通知单 JF-1' }))
    expect(screen.getByRole('button', { name: '合并打印 1 份' }).hasAttribute('disabled')).toBe(true)
    expect(screen.getByRole('button', { name: '取消' })).toBeTruthy()
  })

  it('leave what was declared to who prepares it, and say so', async () => {
    const form = { ...paper('NJ-1'), kind: 'ANNUAL_INSPECTION_FORM' as const }
    const { user } = open([], [form, paper('JF-1')], { ...clerk, duties: ['SUBMIT', 'PAY'] })
    const row = within(await screen.findByRole('row', { name: /NJ-1/ }))
    expect(row.queryByRole('link')).toBeNull()
    expect(row.getByText('由有“编制”职责的办事员打印')).toBeTruthy()
    expect(row.getByRole<HTMLInputElement>('checkbox').disabled).toBe(true)
    await user.click(screen.getByRole('button', { name: '选择所列全部' }))
    expect(screen.getByRole('button', { name: '合并打印 1 份' })).toBeTruthy()
  })
})
