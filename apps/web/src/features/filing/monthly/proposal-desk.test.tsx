import { fen } from '@shebao/kernel'
import { cleanup, screen, within } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { answer, axeFindings, clerk, showPage } from '../../../shared/testing/show-page.tsx'
import { StopOutlooksDocument } from '../stop-outlook/index.ts'
import type { ProposedChangeFragment } from './compare.generated.ts'
import type { KeptSettling } from './kept-settling.ts'
import { contextOf } from './month-rules.ts'
import { ProposalDesk } from './proposal-desk.tsx'
import { beginSettling, changesOf, type Proposal } from './settlement.ts'
import { rules } from './testing/monthly-office.ts'

afterEach(cleanup)
const context = contextOf(rules, { period: '2026-11', filing: 'REGULAR', state: 'DRAFT' })

const found = (given: Partial<ProposedChangeFragment>): ProposedChangeFragment => ({
  __typename: 'MonthlyProposedChange',
  kind: 'STOP',
  changeType: null,
  name: '王芳',
  idType: 'RESIDENT_ID',
  idNumber: '110101199003078670',
  sex: null,
  birthDate: null,
  insurances: ['PENSION', 'MEDICAL'],
  householdType: null,
  employmentForm: null,
  mobile: null,
  hireDate: null,
  effectivePeriod: '2026-12',
  lastPayablePeriod: '2026-11',
  monthlyWage: null,
  infoField: null,
  infoValue: null,
  wasWage: null,
  wasInsured: null,
  was: null,
  ...given,
})

/** The register does not know 李强 with this unit; everybody else is short of pension months. */
const outlooks = answer(StopOutlooksDocument, ({ stops }) => ({
  stopOutlooks: [stops].flat().map(({ idNumber }) =>
    idNumber === '11010519491231002X'
      ? null
      : {
          __typename: 'StopOutlook' as const,
          firstMonthWithout: '2026-12',
          monthsMissing: 159,
          monthsUntilRetirement: 52,
          canStillReach: false,
          unemployedListDue: '2026-11-25',
        },
  ),
}))

function show(...changes: ProposedChangeFragment[]) {
  const takeOver = vi.fn<(proposals: readonly Proposal[]) => void>()
  function Desk() {
    const [kept, setKept] = useState<KeptSettling>({
      fileName: '名单.xlsx',
      same: 20,
      already: 0,
      unread: [],
      found: changes.length,
      proposals: beginSettling(changes, context),
    })
    return (
      <ProposalDesk
        kept={kept}
        context={context}
        busy={false}
        onSettle={(proposals) => setKept({ ...kept, proposals })}
        onTakeOver={takeOver}
        onAgain={() => undefined}
      />
    )
  }
  return { ...showPage(<Desk />, { answers: [outlooks], viewer: clerk }), takeOver }
}

describe('what the comparison proposes', () => {
  it('asks why each left before it is taken over; who is still there is left out', async () => {
    const { container, user, takeOver } = show(found({}), found({ name: '李强', idNumber: '11010519491231002X' }))
    await user.click(await screen.findByRole('button', { name: '加入申报（2 项）' }))
    expect(takeOver).not.toHaveBeenCalled()
    expect(screen.getByText('还有 2 项没有填完，已标出。填好，或去掉勾选。')).toBeTruthy()
    // What each stop breaks, and all together, before anything is taken over; no duty while nobody said why.
    expect(await screen.findByText(/2026年12月起断缴；养老保险还差 159 个月，退休前只剩 52 个月/)).toBeTruthy()
    expect(screen.getByText('1 人登记中不在本单位，不影响参保')).toBeTruthy()
    expect(screen.queryByText(/1 人要报失业人员名单/)).toBeNull()
    await user.click(screen.getByRole('checkbox', { name: '李强加入申报' }))
    const row = screen.getByRole('row', { name: /王芳/ })
    await user.selectOptions(within(row).getByRole('combobox', { name: '王芳的离职原因' }), 'STOP_RESIGN')
    await user.type(within(row).getByRole('textbox', { name: '王芳的离职日期' }), '20261110')
    await user.tab()
    expect(within(row).getByText(/2026年11月25日前报送失业人员名单/)).toBeTruthy()
    expect(await screen.findByText('1 人要报失业人员名单，最早2026年11月25日前')).toBeTruthy()
    expect(screen.getByText('其中 1 人退休前已凑不满，停保后无法补足')).toBeTruthy()
    expect(await axeFindings(container)).toEqual([])
    await user.click(screen.getByRole('button', { name: '加入申报（1 项）' }))
    expect(changesOf(takeOver.mock.calls[0]?.[0] ?? []).map(({ draft }) => draft)).toEqual([
      {
        changeType: 'STOP_RESIGN',
        name: '王芳',
        idType: 'RESIDENT_ID',
        idNumber: '110101199003078670',
        insurances: ['PENSION', 'MEDICAL'],
        leaveDate: '2026-11-10',
        lastPayablePeriod: '2026-11',
        effectivePeriod: '2026-12',
      },
    ])
  })

  it('takes the same said of many, and another wage only where somebody says so and why', async () => {
    const wage = found({
      kind: 'WAGE',
      changeType: 'BASE_CHANGE',
      effectivePeriod: '2026-11',
      lastPayablePeriod: null,
      monthlyWage: fen(950_000),
      wasWage: fen(900_000),
    })
    const { user, takeOver } = show(
      found({}),
      found({ name: '李强', insurances: ['MEDICAL'], wasInsured: ['PENSION', 'MEDICAL'] }),
      wage,
    )
    expect(await screen.findByText(/登记的险种：.*养老.*、.*医疗/)).toBeTruthy()
    await user.selectOptions(await screen.findByRole('combobox', { name: '离职原因' }), 'STOP_CONTRACT_END')
    await user.click(screen.getByRole('button', { name: '填给已勾选的 2 人' }))
    await user.click(screen.getByRole('button', { name: /工资不同/ }))
    await user.click(screen.getByRole('checkbox', { name: '王芳加入申报' }))
    await user.click(screen.getByRole('button', { name: '加入申报（3 项）' }))
    expect(takeOver).not.toHaveBeenCalled()
    await user.type(screen.getByRole('textbox', { name: '王芳的调整原因' }), '升职')
    await user.click(screen.getByRole('button', { name: '加入申报（3 项）' }))
    expect(
      changesOf(takeOver.mock.calls[0]?.[0] ?? []).map(({ draft }) => [
        draft.changeType,
        draft.reason,
        draft.monthlyWage,
      ]),
    ).toEqual([
      ['STOP_CONTRACT_END', undefined, undefined],
      ['STOP_CONTRACT_END', undefined, undefined],
      ['BASE_CHANGE', '升职', fen(950_000)],
    ])
  })
})
