import { MantineProvider } from '@mantine/core'
import type { UnitDraft, UnitSection } from '@shebao/declaration-rules'
import { cleanup, render, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { MemoryRouter } from 'react-router'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { DataClient } from '../../../shared/data/data-client.ts'
import type { FragmentType, Unmasked } from '../../../shared/data/masking.ts'
import { DataProvider } from '../../../shared/data/hooks.tsx'
import { LanguageProvider } from '../../../shared/lib/language-context.tsx'
import type { Keeping } from '../../../shared/drafts/keeping.ts'
import { openKeeping } from '../../../shared/drafts/keeping.ts'
import { freshShelf, nothingKept } from '../../../shared/testing/fresh-shelf.ts'
import { fillBrowserGaps } from '../../../shared/testing/browser-gaps.ts'
import { fetchJudge } from './late-judge.ts'
import { UnitSectionForm } from './unit-section-form.tsx'
import { UnitSectionFormFragmentDoc } from './unit-section-form.generated.ts'
import type { UnitSectionFormFragment } from './unit-section-form.generated.ts'

const inspection: Unmasked<UnitSectionFormFragment> = {
  __typename: 'Declaration',
  id: 'd1',
  year: 2026,
  status: 'PERSONNEL_OPEN',
  version: 0,
  unitRevision: 4,
  people: 3,
  unitIssues: [],
  notes: [
    {
      __typename: 'ReviewNote',
      id: 'n1',
      path: 'unit.retirees',
      text: '与上年不一致',
      state: 'OPEN',
      row: null,
      answer: null,
    },
  ],
  unitForm: { year: 2026, unitName: '甲', staffTotal: 3 },
  listFigures: { staffTotal: 3, staffRegular: 1, staffContract: 2, insuredCount: {}, annualContributionBase: {} },
  personnelRules: { __typename: 'PersonnelRules', today: '2026-11-23' },
}

/** What saving also says of the declaration. */
const progress = {
  personnelRevision: 1,
  dueOn: '2026-12-31',
  overdue: false,
  submittedAt: null,
  paperDueOn: null,
  paperReceivedOn: null,
  errorCount: 9,
  actions: ['EDIT_UNIT'],
  steps: [],
}

function show(
  section: UnitSection,
  given: Partial<Unmasked<UnitSectionFormFragment>> = {},
  path = '/',
  keeping: Keeping<UnitDraft> = nothingKept('unit.d1'),
  connected = true,
) {
  const saved: Record<string, unknown>[] = []
  const revisions: number[] = []
  // A slow machine saves more than once; what was saved before stays.
  const kept: Record<string, unknown> = {}
  const client = new DataClient(async ({ variables }) => {
    const { input } = variables as { input: { changes: Record<string, unknown>; expectedRevision: number } }
    if (!connected) return { errors: [{ message: 'down' }] }
    saved.push(input.changes)
    revisions.push(input.expectedRevision)
    const declaration = {
      ...progress,
      ...inspection,
      ...given,
      unitRevision: 5,
      // As the office judges it anew.
      unitIssues: [],
      unitForm: { ...(inspection.unitForm as object), ...Object.assign(kept, input.changes) },
    }
    return {
      data: {
        saveUnitForm: { __typename: 'UnitFormSaved', savedAt: '2026-11-23T02:32:00Z', mergedPaths: [], declaration },
      },
    }
  })
  client.cache.writeFragment(UnitSectionFormFragmentDoc, { ...inspection, ...given }, 'UnitSectionForm')
  const loaded: FragmentType<UnitSectionFormFragment> & { __typename: string; id: string } = {
    __typename: 'Declaration',
    id: 'd1',
  }
  render(
    <MantineProvider>
      <LanguageProvider>
        <DataProvider client={client}>
          <MemoryRouter initialEntries={[path]}>
            <UnitSectionForm inspection={loaded} section={section} keeping={keeping} />
          </MemoryRouter>
        </DataProvider>
      </LanguageProvider>
    </MantineProvider>,
  )
  return { saved, revisions, user: userEvent.setup() }
}

beforeEach(() => {
  fillBrowserGaps()
  document.cookie = 'shebao_language=zh-CN'
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const found = (field: string, severity: 'ERROR' | 'WARNING', zh: string) => ({
  __typename: 'Issue' as const,
  ruleId: `test.${field}`,
  severity,
  path: `unit.${field}`,
  field,
  row: null,
  code: 'REQUIRED' as const,
  params: {},
  words: { __typename: 'IssueWords' as const, zh, en: zh },
})

// First, since the rules stay once they are here.
it('while the rules are on their way it says what the office found, and takes and keeps what is typed', async () => {
  const { user, saved } = show('headcount', {
    unitIssues: [found('staffLocal', 'ERROR', '应填写'), found('staffTotal', 'WARNING', '比上年少一半')],
  })
  expect(screen.getByText('比上年少一半')).toBeTruthy()
  expect(screen.getByText('还缺 1 项')).toBeTruthy()
  await user.type(document.querySelector('[name=staffLocal]') ?? document.body, '2')
  await waitFor(() => expect(saved).toEqual([{ staffLocal: 2 }]))
  // Then they are here: eight others are missing.
  expect(await screen.findByText('还缺 8 项')).toBeTruthy()
})

describe('a section of the unit form', () => {
  beforeAll(async () => {
    await fetchJudge()
  })

  it('counts what is missing, goes to the next gap, and stops scolding when it is filled', async () => {
    const { user } = show('headcount')
    expect(screen.getByText(/还缺 9 项|9 things missing/)).toBeTruthy()
    await user.click(screen.getByRole('button', { name: /下一处|^Next$/ }))
    expect(document.activeElement?.getAttribute('name')).toBe('staffRegular')
    await user.type(document.activeElement ?? document.body, '1')
    expect(screen.getByText(/还缺 8 项|8 things missing/)).toBeTruthy()
  })

  it('0 is an answer, blank is not, and text that is no number is kept and named', async () => {
    const { user, saved } = show('headcount')
    const field = document.querySelector<HTMLInputElement>('[name=staffSeasonal]')
    if (!field) throw new Error('no field')
    await user.type(field, '0')
    expect(screen.getByText(/还缺 8 项|8 things missing/)).toBeTruthy()
    await user.clear(field)
    await user.type(field, '　')
    await user.tab()
    expect(screen.getByText(/还缺 9 项|9 things missing/)).toBeTruthy()
    await user.clear(field)
    await user.type(field, '两人')
    await user.tab()
    expect(field.value).toBe('两人')
    await waitFor(() => expect(saved.at(-1)).toMatchObject({ 'raw.staffSeasonal': '两人' }))
  })

  it('saves by itself and says when', async () => {
    const { user, saved } = show('headcount')
    await user.type(document.querySelector('[name=staffLocal]') ?? document.body, '2')
    await waitFor(() => expect(screen.getByText(/10:32/)).toBeTruthy())
    expect(saved).toEqual([{ staffLocal: 2 }])
  })

  it('shows a note of the office at its field', () => {
    show('headcount', { status: 'RETURNED', version: 1 })
    const said = screen.getAllByText(/与上年不一致/)
    // As a task above the section, and once more where it belongs.
    expect(said).toHaveLength(2)
    expect(screen.getByRole('region', { name: '经办机构的退回意见' })).toBeTruthy()
  })

  it('shows what the ledger holds beside the form, asks why it differs, and takes the ledger over', async () => {
    const all = (value: number) => ({
      PENSION: value,
      MEDICAL: 0,
      UNEMPLOYMENT: 0,
      WORK_INJURY: 0,
      MATERNITY: 0,
    })
    const { user, saved } = show('payments', {
      unitForm: { year: 2026, paidLastYear: all(0), paidLastYearByLedger: all(176_242_200) },
    })
    const table = await screen.findByRole('region', { name: '社保账目记载的上年度实缴金额' })
    expect(table.textContent).toContain('1,762,422.00')
    expect(within(table).getAllByText('不一致')).toHaveLength(1)
    expect(document.querySelector('[name=paidLastYearReason]')).not.toBeNull()
    await user.click(screen.getByRole('button', { name: '按社保账目填写' }))
    expect(document.querySelector('[name=paidLastYearReason]')).toBeNull()
    expect(within(table).queryByText('不一致')).toBeNull()
    await waitFor(() => expect(saved).toEqual([{ 'paidLastYear.PENSION': 176_242_200 }]))
  })

  it('fills in what the list knows', async () => {
    const { user } = show('headcount')
    await user.click(screen.getByRole('button', { name: /按职工名单填写|Fill in from the list/ }))
    expect(document.querySelector<HTMLInputElement>('[name=staffContract]')?.value).toBe('2')
    expect(screen.getByText(/还缺 7 项|7 things missing/)).toBeTruthy()
  })

  it('brings back what was typed and not saved, sends it with the revision it was typed on, and keeps it no longer', async () => {
    await freshShelf()
    const place = { owner: 'a1/e1', draft: 'unit.d1', what: { kind: 'UNIT_FORM', of: '2026', path: '/' } } as const
    const before = await openKeeping<UnitDraft>(place)
    const base = { year: 2026, staffTotal: 3, retirees: 1 }
    before.keep({ base, mine: { ...base, staffRural: 3 }, revision: 2 })
    await before.flush()
    const { saved, revisions } = show('headcount', {}, '/', await openKeeping<UnitDraft>(place))
    expect(document.querySelector<HTMLInputElement>('[name=staffRural]')?.value).toBe('3')
    await waitFor(() => expect(saved).toEqual([{ staffRural: 3 }]))
    expect(revisions).toEqual([2])
    await waitFor(async () => expect((await openKeeping(place)).found).toBeNull())
  })

  it('says that what could not be sent is kept on this device', async () => {
    await freshShelf()
    const { user } = show('headcount', {}, '/', nothingKept('unit.d2'), false)
    await user.type(document.querySelector('[name=staffLocal]') ?? document.body, '2')
    expect(await screen.findByText('已保留在本设备，尚未送达')).toBeTruthy()
  })

  it('asks for branches only when there are some, and takes one away again', async () => {
    const { user } = show('branches')
    expect(screen.queryByRole('button', { name: /添加分支机构|Add a branch/ })).toBeNull()
    await user.click(screen.getByRole('radio', { name: /^(是|Yes)$/ }))
    const add = await screen.findByRole('button', { name: /添加分支机构|Add a branch/ })
    await user.click(add)
    await user.click(add)
    await user.type(document.querySelector('[name="branches.0.name"]') ?? document.body, '甲分部')
    await user.type(document.querySelector('[name="branches.1.name"]') ?? document.body, '乙分部')
    await user.click(screen.getByRole('button', { name: /删除第 1 个|Remove number 1/ }))
    expect(document.querySelector<HTMLInputElement>('[name="branches.0.name"]')?.value).toBe('乙分部')
    expect(document.querySelector('[name="branches.1.name"]')).toBeNull()
  })

  it('sums that only the server knows stand at their field until the answer is changed', async () => {
    const { user } = show(
      'headcount',
      {
        unitIssues: [
          {
            __typename: 'Issue',
            ruleId: 'cross.staffTotal.rows',
            severity: 'ERROR',
            path: 'unit.staffTotal',
            field: 'staffTotal',
            row: null,
            code: 'SUM_MISMATCH',
            params: { stated: 3, sum: 4, difference: -1 },
            words: { __typename: 'IssueWords', zh: '名单有4人', en: 'The list has 4 people' },
          },
        ],
      },
      '/#staffTotal',
    )
    await waitFor(() => expect(document.activeElement?.getAttribute('name')).toBe('staffTotal'))
    expect(screen.getByText(/还缺 10 项|10 things missing/)).toBeTruthy()
    await user.clear(document.activeElement ?? document.body)
    await user.type(document.activeElement ?? document.body, '4')
    expect(screen.getByText(/还缺 9 项|9 things missing/)).toBeTruthy()
  })
})
