import { fen } from '@shebao/kernel'
import { cleanup, screen } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { answer, axeFindings, showPage, staffWith } from '../../../shared/testing/show-page.tsx'
import { ImportPage } from './import-page.tsx'
import type { Import } from './import-type.ts'
import {
  ApplyImportDocument,
  ImportReportDocument,
  RegisterImportDocument,
  RegisterImportsDocument,
  ReleaseImportDocument,
  TakeBackImportDocument,
} from './intake.generated.ts'
import type { TakeBackImportMutation } from './intake.generated.ts'
import { ImportsPage } from './imports-page.tsx'

const clean: Import = {
  __typename: 'RegisterImport',
  id: 'i1',
  mark: 'CHECKED.1',
  kind: 'PEOPLE',
  state: 'CHECKED',
  fileName: '人员.xlsx',
  rows: 3,
  errorRows: 0,
  warningRows: 1,
  amount: null,
  columns: [{ __typename: 'ImportColumn', key: 'name', header: '姓名' }],
  unknownHeads: ['备注'],
  uploadedAt: '2026-11-23T02:00:00.000Z',
  checkedAt: '2026-11-23T02:00:00.000Z',
  appliedAt: null,
  takenBackAt: null,
  mine: true,
  needsSecondPerson: false,
  problemCounts: [
    { __typename: 'ImportProblemCount', code: 'INVALID_NUMBER', level: 'WARNING', column: 'mobile', rows: 1 },
  ],
}

const taken = {
  __typename: 'ImportStepTaken' as const,
  registerImport: { __typename: 'RegisterImport' as const, id: 'i1', state: 'APPLIED' as const },
}
const stands: TakeBackImportMutation['takeBackImport'] = {
  __typename: 'ImportRefused',
  reason: 'STANDS_ON_IT',
  standing: [{ __typename: 'ImportStanding', kind: 'ENROLMENTS', count: 2 }],
}

function show(change: Partial<Import> = {}, viewer = staffWith('OFFICER')) {
  return showPage(<ImportPage />, {
    viewer,
    path: '/staff/imports/:id',
    at: '/staff/imports/i1',
    answers: [
      answer(RegisterImportDocument, { registerImport: { ...clean, ...change } }),
      answer(ImportReportDocument, {
        registerImport: {
          __typename: 'RegisterImport',
          id: 'i1',
          report: {
            __typename: 'ImportReportRowConnection',
            edges: [
              {
                __typename: 'ImportReportRowEdge',
                node: {
                  __typename: 'ImportReportRow',
                  rowNo: 2,
                  cells: [{ __typename: 'ImportCell', key: 'name', text: '张**' }],
                  problems: [
                    {
                      __typename: 'ImportProblem',
                      code: 'INVALID_NUMBER',
                      level: 'WARNING',
                      column: 'mobile',
                      detail: 'TELEPHONE',
                    },
                  ],
                },
              },
            ],
            pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
          },
        },
      }),
      answer(ApplyImportDocument, { applyImport: taken }),
      answer(ReleaseImportDocument, { releaseImport: taken }),
      answer(TakeBackImportDocument, { takeBackImport: stands }),
    ],
  })
}

/** Nothing is under way any more. */
const reported = () => screen.findAllByText(/不是可用的电话号码/)

/** The longest that an answer of the test's server takes: a page that goes while one is on its way aborts it, and nobody hears. */
const answeredMs = 80

afterEach(async () => {
  await new Promise((answered) => setTimeout(answered, answeredMs))
  cleanup()
  vi.restoreAllMocks()
})

describe('a file that was brought in', () => {
  it('says row by row what was found, and is taken in only after its consequence was read', async () => {
    const { container, user, askedOf } = show()
    expect(await screen.findAllByText(/不是可用的电话号码/)).toHaveLength(1)
    expect(screen.getByText('张**', { exact: false })).toBeTruthy()
    expect(await axeFindings(container)).toEqual([])
    await user.click(screen.getByRole('button', { name: '导入' }))
    expect(await screen.findByText(/共 3 行，将全部写入登记；其中 1 行有提示/)).toBeTruthy()
    expect(askedOf('ApplyImport')).toEqual([])
    await user.click(screen.getAllByRole('button', { name: '导入' }).at(-1) ?? container)
    expect(await screen.findByText('已办理。')).toBeTruthy()
    await reported()
    expect(askedOf('ApplyImport')).toEqual([{ id: 'i1', decidedOn: 'CHECKED.1' }])
  })

  it('offers nothing to take in while rows are wrong', async () => {
    show({ errorRows: 1 })
    expect(await screen.findByText(/有错误的文件不能导入/)).toBeTruthy()
    await reported()
    expect(screen.queryByRole('button', { name: '导入' })).toBeNull()
  })

  it('waits for a second person where it is money, and names the sum in words and figures', async () => {
    const money = { kind: 'OPENING_BALANCES', needsSecondPerson: true, amount: fen(244_000) } as const
    show(money, staffWith('HEAD'))
    expect(await screen.findByText(/由导入人以外的复核或负责人员确认入账/)).toBeTruthy()
    await reported()
    cleanup()
    const { user } = show({ ...money, mine: false }, staffWith('HEAD'))
    await user.click(await screen.findByRole('button', { name: '确认入账' }))
    expect(await screen.findByText(/2,440\.00（贰仟肆佰肆拾元整）/)).toBeTruthy()
    await reported()
  })

  it('says what stands on it when it cannot be taken back', async () => {
    const { user, askedOf } = show({ state: 'APPLIED' }, staffWith('HEAD'))
    await reported()
    await user.click(await screen.findByRole('button', { name: '撤回' }))
    const confirm = screen.getAllByRole('button', { name: '撤回' }).at(-1)
    if (!confirm) throw new Error('no button')
    await user.click(confirm)
    expect(await screen.findByText('请填写 4 至 500 字的理由。')).toBeTruthy()
    await user.type(screen.getByLabelText('撤回理由'), '导入了错误的文件')
    await user.click(confirm)
    expect(await screen.findByText('已有后续业务，不能撤回：参保登记 2 条。')).toBeTruthy()
    expect(askedOf('TakeBackImport')).toHaveLength(1)
  })
})

describe('the list of files', () => {
  it('offers the five kinds in their order, and reads without one', async () => {
    const { container } = showPage(<ImportsPage />, {
      viewer: staffWith('OFFICER'),
      language: 'en',
      answers: [
        answer(RegisterImportsDocument, {
          registerImports: {
            __typename: 'RegisterImportConnection',
            edges: [],
            pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
          },
        }),
      ],
    })
    expect(await screen.findByText('Nothing has been brought in yet')).toBeTruthy()
    expect(screen.getAllByRole('button', { name: /Choose a file/ })).toHaveLength(5)
    expect(await axeFindings(container)).toEqual([])
  })
})
