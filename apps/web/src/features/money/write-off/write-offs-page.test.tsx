import { fen } from '@shebao/kernel'
import { cleanup, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Unmasked } from '../../../shared/data/masking.ts'
import { answer, axeFindings, showPage, staffWith } from '../../../shared/testing/show-page.tsx'
import { step } from '../../../shared/testing/procedure.ts'
import { DecideWriteOffDocument, WriteOffsDocument } from './write-off.generated.ts'
import type { DecideWriteOffMutation } from './write-off.generated.ts'
import type { WriteOffItemFragment } from './write-off-item.generated.ts'
import { WriteOffsPage } from './write-offs-page.tsx'

const waiting: Unmasked<WriteOffItemFragment> = {
  __typename: 'WriteOff',
  mark: 'REQUESTED.2',
  procedure: [],
  id: 'w1',
  noticeNumber: 'N-1',
  period: '2026-08',
  employerId: 'e1',
  dueOn: '2025-12-01',
  overdueDays: 35,
  people: 3,
  insuredNow: 800,
  employerName: '甲公司',
  amount: fen(372_337),
  ground: 'DEBTOR_ENDED',
  documentNo: '(2026)京01执12号',
  files: [],
  explanation: '破产终结',
  state: 'REQUESTED',
  requesterName: '周经办',
  mine: false,
  requestedAt: '2026-09-06T02:00:00.000Z',
  deciderName: null,
  decidedAt: null,
  refusal: null,
}

type Outcome = DecideWriteOffMutation['decideWriteOff']
const taken: Outcome = {
  __typename: 'WriteOffStepTaken',
  writeOff: {
    __typename: 'WriteOff',
    id: 'w1',
    noticeNumber: 'N-1',
    amount: fen(372_337),
    state: 'CONFIRMED',
  },
}

function show(change: Partial<Unmasked<WriteOffItemFragment>>, viewer = staffWith('HEAD'), outcome: Outcome = taken) {
  const edges = [{ __typename: 'WriteOffEdge' as const, node: { ...waiting, ...change } }]
  const pageInfo = { __typename: 'PageInfo' as const, hasNextPage: false, endCursor: null }
  return showPage(<WriteOffsPage />, {
    answers: [
      answer(WriteOffsDocument, { writeOffs: { __typename: 'WriteOffConnection', edges, pageInfo } }),
      answer(DecideWriteOffDocument, { decideWriteOff: outcome }),
    ],
    viewer,
  })
}

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

describe('a write-off that waits', () => {
  it('is confirmed only after its consequence was read', async () => {
    const { askedOf } = show({})
    await userEvent.click(await screen.findByRole('button', { name: '确认核销' }))
    expect(await screen.findByText(/不再催缴，不能撤回/)).toBeTruthy()
    // The second person's card: how late it is, and whether the unit still insures anybody.
    expect(screen.getByText(/逾期 35 天/)).toBeTruthy()
    expect(screen.getByText('单位目前参保 800 人')).toBeTruthy()
    expect(askedOf('DecideWriteOff')).toEqual([])
    expect(await axeFindings()).toEqual([])
    await userEvent.click(screen.getAllByRole('button', { name: '确认核销' }).at(-1) ?? document.body)
    expect(await screen.findByText(/^已核销 N-1，共 .*3,723\.37/)).toBeTruthy()
    expect(askedOf('DecideWriteOff')).toEqual([{ id: 'w1', decidedOn: 'REQUESTED.2', confirm: true, refusal: null }])
  })

  it('is refused only with a reason of four characters', async () => {
    const { askedOf } = show({})
    await userEvent.click(await screen.findByRole('button', { name: '不予核销' }))
    await userEvent.click((await screen.findAllByRole('button', { name: '不予核销' })).at(-1) ?? document.body)
    expect(await screen.findByText('请用 4 至 500 字写明理由')).toBeTruthy()
    await userEvent.type(screen.getByRole('textbox', { name: '不予核销的理由' }), '文书与单位不符')
    await userEvent.click(screen.getAllByRole('button', { name: '不予核销' }).at(-1) ?? document.body)
    expect(await screen.findByText('N-1 不予核销。')).toBeTruthy()
    expect(askedOf('DecideWriteOff')).toEqual([
      { id: 'w1', decidedOn: 'REQUESTED.2', confirm: false, refusal: '文书与单位不符' },
    ])
  })

  it('says why the server refuses the step', async () => {
    show({}, staffWith('HEAD'), { __typename: 'WriteOffRefused', reason: 'NOT_IN_STATE' })
    await userEvent.click(await screen.findByRole('button', { name: '确认核销' }))
    await userEvent.click((await screen.findAllByRole('button', { name: '确认核销' })).at(-1) ?? document.body)
    expect(await screen.findByText('已有人作出决定，请刷新后查看。')).toBeTruthy()
  })

  it('says who decided meanwhile and keeps what was typed; the list is read anew only when asked', async () => {
    const happened = {
      __typename: 'CaseHappening' as const,
      event: 'REFUSE' as const,
      at: '2026-01-05T02:00:00.000Z',
      actor: 'STAFF' as const,
      actorName: '李负责',
      bodyName: null,
      mine: false,
    }
    const { askedOf } = show({}, staffWith('HEAD'), {
      __typename: 'StaleDecision',
      mark: 'REFUSED.3',
      happened: [happened],
    })
    await userEvent.click(await screen.findByRole('button', { name: '不予核销' }))
    await userEvent.type(screen.getByRole('textbox', { name: '不予核销的理由' }), '文书与单位不符')
    await userEvent.click(screen.getAllByRole('button', { name: '不予核销' }).at(-1) ?? document.body)
    expect((await screen.findByRole('alert')).textContent).toMatch(/本次办理没有执行.*李负责不予同意/)
    expect(await axeFindings()).toEqual([])
    const before = askedOf('WriteOffs').length
    await userEvent.click(screen.getByRole('button', { name: '不予核销' }))
    expect(screen.getByRole('textbox', { name: '不予核销的理由' })).toHaveProperty('value', '文书与单位不符')
    await userEvent.click(screen.getByRole('button', { name: '取消' }))
    await userEvent.click(screen.getByRole('button', { name: '显示现在的情况' }))
    await vi.waitFor(() => expect(askedOf('WriteOffs')).toHaveLength(before + 1))
  })

  it.each([
    [
      'who asked for it',
      { mine: true, procedure: [step('CONFIRM', { standing: 'SAME_PERSON', mayAct: [] })] },
      staffWith('HEAD'),
      '您已办理前面的步骤，“确认”须由他人办理，而目前没有其他人可以办理。',
    ],
    ['an officer', { procedure: [step('CONFIRM')] }, staffWith('OFFICER'), '“确认”由周复核（复核）办理。'],
  ])('is not decided by %s', async (_who, change, viewer, words) => {
    show(change, viewer)
    expect(await screen.findByText(words)).toBeTruthy()
    expect(screen.queryByRole('button', { name: '确认核销' })).toBeNull()
  })
})
