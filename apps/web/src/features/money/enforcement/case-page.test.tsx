import { fen } from '@shebao/kernel'
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, expect, it } from 'vitest'
import type { Unmasked } from '../../../shared/data/masking.ts'
import { answer, axeFindings, showPage, staffWith } from '../../../shared/testing/show-page.tsx'
import { EnforcementCasePage } from './case-page.tsx'
import { EnforcementCaseDocument, TakeEnforcementStepDocument } from './enforcement.generated.ts'
import type { EnforcementCaseQuery } from './enforcement.generated.ts'

afterEach(cleanup)

const shown: NonNullable<Unmasked<EnforcementCaseQuery>['enforcementCase']> = {
  __typename: 'EnforcementCase',
  id: 'c1',
  number: 'QZ2026000001',
  state: 'OVERDUE',
  employerId: 'e1',
  employerName: '甲公司',
  principal: fen(372_337),
  lateFee: fen(2_037),
  dueBy: null,
  overdue: false,
  waitsFor: 'OFFICER',
  openedAt: '2026-03-02T01:00:00.000Z',
  mark: 'm1',
  computedOn: '2026-03-02',
  offered: ['INVESTIGATE', 'PREPARE_PAPER', 'TERMINATE', 'SERVE_ORDER'],
  procedure: [
    { __typename: 'CaseStep', event: 'INVESTIGATE', standing: 'MAY', outside: false, strands: false, mayAct: [] },
    {
      __typename: 'CaseStep',
      event: 'TERMINATE',
      standing: 'NOT_PERMITTED',
      outside: false,
      strands: false,
      mayAct: [],
    },
  ],
  standing: {
    __typename: 'EnforcementStanding',
    finding: null,
    draft: null,
    order: null,
    query: null,
    application: null,
    returned: null,
    demand: null,
    defences: [],
    decision: null,
    bankNotifiedOn: null,
    deferral: null,
    courtDemand: null,
    court: null,
    seizure: null,
    distribution: null,
    suspension: null,
    termination: null,
    taken: { __typename: 'EnforcementTaken', paid: fen(0), allocated: fen(0), realised: fen(0), offset: fen(0) },
  },
  debts: [],
  papers: [],
  bankReplies: [],
  story: [],
  courtFilePath: null,
  proposals: [],
  fine: null,
  evidenceWanted: [],
  evidence: [],
}
const show = (found: NonNullable<Unmasked<EnforcementCaseQuery>['enforcementCase']>) =>
  showPage(<EnforcementCasePage />, {
    answers: [
      answer(EnforcementCaseDocument, { enforcementCase: found }),
      answer(TakeEnforcementStepDocument, {
        takeEnforcementStep: {
          __typename: 'EnforcementRefused',
          reasons: [
            {
              __typename: 'EnforcementReason',
              code: 'COURT_DEMAND_RIPE',
              law: 'ACL 54',
              day: '2026-03-16',
              amount: null,
              missing: [],
            },
          ],
        },
      }),
    ],
    viewer: staffWith('OFFICER'),
    path: '/staff/enforcement/:id',
    at: '/staff/enforcement/c1',
  })

it('a step asks for what it needs, and is asked for once more; a refusal names the article and the day', async () => {
  const { askedOf } = show(shown)
  await screen.findByRole('heading', { name: '办理' })
  // Nothing was signed, so nothing can be served; a termination is prepared, and only the head signs it.
  expect([...screen.getByLabelText('要办理的事项').querySelectorAll('option')].map(({ text }) => text)).toEqual([
    '记录欠缴情况',
    '拟写：终结决定书',
  ])
  await userEvent.click(screen.getByRole('button', { name: '记录欠缴情况' }))
  expect(await screen.findByText('请填写 4 至 2000 个字')).toBeTruthy()
  await userEvent.selectOptions(screen.getByLabelText('情形'), 'CONCEALED')
  await userEvent.type(screen.getByLabelText('查明的欠缴情况'), '瞒报三人')
  await userEvent.click(screen.getByRole('button', { name: '记录欠缴情况' }))
  const dialog = await screen.findByRole('dialog')
  expect(dialog.textContent).toContain('3,743.74')
  await userEvent.click([...dialog.querySelectorAll('button')].at(-1) ?? dialog)
  expect(await screen.findByText(/《行政强制法》第五十四条/)).toBeTruthy()
  expect(askedOf('TakeEnforcementStep')).toEqual([
    { id: 'c1', decidedOn: 'm1', input: { event: 'INVESTIGATE', ground: 'CONCEALED', text: '瞒报三人' } },
  ])
  expect(screen.getByLabelText('查明的欠缴情况')).toHaveProperty('value', '瞒报三人')
  await waitFor(async () => expect(await axeFindings()).toEqual([]))
})

it('a paper is prepared for the head with its fields', async () => {
  const { askedOf } = show(shown)
  await userEvent.selectOptions(await screen.findByLabelText('要办理的事项'), 'PREPARE_TERMINATE')
  await userEvent.selectOptions(screen.getByLabelText('情形'), 'DEBTOR_ENDED')
  await userEvent.type(screen.getByLabelText('文书号'), '注销〔2026〕1号')
  await userEvent.type(screen.getByLabelText('说明'), '单位已注销')
  await userEvent.click(screen.getByRole('button', { name: '交负责人签发' }))
  await waitFor(() =>
    expect(askedOf('TakeEnforcementStep')).toEqual([
      {
        id: 'c1',
        decidedOn: 'm1',
        input: {
          event: 'PREPARE_PAPER',
          paper: {
            step: 'TERMINATE',
            ground: 'DEBTOR_ENDED',
            documentNo: '注销〔2026〕1号',
            explanation: '单位已注销',
          },
        },
      },
    ]),
  )
})

it('a past day is asked for in the address, says so, offers nothing, and leads back to now', async () => {
  const { askedOf } = show(shown)
  await screen.findByRole('heading', { name: '办理' })
  fireEvent.change(screen.getByLabelText('按此日所知'), { target: { value: '2026-03-05' } })
  await userEvent.click(screen.getByRole('button', { name: '查看' }))
  expect(await screen.findByText(/您在看过去/)).toBeTruthy()
  await waitFor(() => expect(screen.getByRole('heading', { level: 1 }).textContent).toContain('QZ2026000001'))
  expect(screen.queryByRole('heading', { name: '办理' })).toBeNull()
  await waitFor(async () => expect(await axeFindings()).toEqual([]))
  await userEvent.click(screen.getByRole('link', { name: '回到现在' }))
  expect(await screen.findByRole('heading', { name: '办理' })).toBeTruthy()
  expect(screen.queryByText(/您在看过去/)).toBeNull()
  expect(askedOf('EnforcementCase').slice(0, 2)).toEqual([
    { id: 'c1', asKnownOn: null },
    { id: 'c1', asKnownOn: '2026-03-05' },
  ])
})

it('a receipt of service is asked for before anything is sent', async () => {
  const { askedOf } = show({
    ...shown,
    state: 'ORDERED',
    offered: ['SERVE_ORDER'],
    standing: {
      ...shown.standing,
      order: {
        __typename: 'EnforcementTerm',
        on: '2026-03-02',
        amount: fen(1),
        termDays: 5,
        endsOn: null,
        late: false,
        service: null,
      },
    },
    evidenceWanted: [
      {
        __typename: 'EnforcementEvidenceWanted',
        event: 'SERVE_ORDER',
        paper: null,
        kind: 'SERVICE_RECEIPT',
        needed: true,
      },
    ],
  })
  await userEvent.click(await screen.findByRole('button', { name: '登记通知书送达' }))
  expect(await screen.findByText('请上传文件')).toBeTruthy()
  expect(screen.getByText('送达回证（扫描件）')).toBeTruthy()
  expect(askedOf('TakeEnforcementStep')).toEqual([])
})

it('a fine stands on the page of its case', async () => {
  show({
    ...shown,
    fine: {
      __typename: 'Fine',
      id: 'f1',
      number: 'QZ2026000001-F',
      state: 'PROPOSED',
      mark: 'm1',
      offered: [],
      arrears: fen(100_000),
      least: fen(100_000),
      most: fen(300_000),
      dueBy: '2026-05-31',
      notice: null,
      stated: [],
      hearing: null,
      decision: null,
      ended: null,
      files: [],
      story: [
        {
          __typename: 'CaseHappening',
          at: '2026-03-02T01:00:00.000Z',
          event: 'PROPOSE_FINE',
          actor: 'SYSTEM',
          actorName: null,
          bodyName: null,
        },
      ],
    },
  })
  expect(await screen.findByText('QZ2026000001-F')).toBeTruthy()
  expect(screen.getByText(/限期届满，提出罚款/)).toBeTruthy()
})
