import { cleanup, screen, waitFor } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { freshShelf } from '../../../shared/testing/fresh-shelf.ts'
import { answer, axeFindings, clerk, showPage } from '../../../shared/testing/show-page.tsx'
import { CheckPage } from './check-page.tsx'
import { SubmitMonthlyDocument, type SubmitMonthlyMutation } from './declaration.generated.ts'
import { MonthlyListDocument } from './monthly.generated.ts'
import { anIssue, billAnswer, checkAnswer, head, windowAnswer } from './testing/monthly-office.ts'

type Outcome = SubmitMonthlyMutation['submitMonthlyDeclaration']

const submitted: Outcome = {
  __typename: 'MonthlySubmitted',
  declaration: { __typename: 'MonthlyDeclaration', id: 'm1', state: 'SUBMITTED', version: 1 },
  receipt: { __typename: 'DeclarationVersion', id: 'v1', formNo: 'YB202611-1101110011-R0-01' },
}

const list = answer(MonthlyListDocument, () => {
  throw new Error('not shown here')
})

function open(outcome: (sent: number) => Outcome | 'DOWN', check = checkAnswer(), window = windowAnswer()) {
  let sent = 0
  const submit = answer(SubmitMonthlyDocument, () => {
    sent += 1
    const said = outcome(sent)
    if (said === 'DOWN') throw new Error('down')
    return { submitMonthlyDeclaration: said }
  })
  const show = () =>
    showPage(<CheckPage />, {
      answers: [check, billAnswer(), submit, list, window],
      path: '/employer/monthly/:id/check',
      at: '/employer/monthly/m1/check',
      viewer: clerk,
    })
  return { ...show(), submit, show }
}

const keys = (sent: unknown[]) =>
  sent.map((one) => Object.entries((one as { input: object }).input).find(([name]) => name === 'idempotencyKey')?.[1])
const promise = async (user: ReturnType<typeof open>['user']) => {
  await user.click(await screen.findByRole('checkbox', { name: '以上内容真实、准确、完整' }))
}

afterEach(() => {
  cleanup()
  sessionStorage.clear()
  vi.unstubAllGlobals()
})

describe('the last look', () => {
  it('shows who changes how, what the bill becomes, what follows, and files it once', async () => {
    const { container, user, submit, address } = open(() => submitted)
    expect(await screen.findByText('内容完整，可以提交。')).toBeTruthy()
    expect(await screen.findByText(/没有列出的 24 人不变/)).toBeTruthy()
    expect(screen.getAllByText('−1,000.00')).toHaveLength(2)
    expect(screen.getByText('2026年11月25日前报送失业人员名单，1 人（社会保险法第 50 条）。')).toBeTruthy()
    expect(await axeFindings(container)).toEqual([])
    await user.click(screen.getByRole('button', { name: '提交申报' }))
    expect(await screen.findByText('请勾选承诺后提交')).toBeTruthy()
    expect(submit.sent).toEqual([])
    await promise(user)
    await user.dblClick(screen.getByRole('button', { name: '提交申报' }))
    await waitFor(() => expect(address()).toBe('/employer/monthly/m1'))
    expect(submit.sent).toHaveLength(1)
    expect(submit.sent[0]).toMatchObject({ input: { revision: 3, truthDeclared: true, signer: '李经办' } })
    expect(sessionStorage.length).toBe(0)
  })

  it('sends the same key again after an answer was lost', async () => {
    await freshShelf()
    const { user, submit, show } = open((sent) => (sent === 1 ? 'DOWN' : submitted))
    await promise(user)
    await user.click(screen.getByRole('button', { name: '提交申报' }))
    await screen.findByText('有一份尚未送达的申报')
    cleanup()
    // The tab was killed: the key is not of the tab.
    sessionStorage.clear()
    show()
    await user.click(await screen.findByRole('button', { name: '现在发送' }))
    await waitFor(() => expect(submit.sent).toHaveLength(2))
    const [first, second] = keys(submit.sent)
    expect(first).toBe(second)
  })

  it('says what is still wrong, with the way to its row, and files nothing', async () => {
    open(() => submitted, checkAnswer(undefined, { verdict: 'INCOMPLETE', errors: 1, issues: [anIssue()] }))
    expect(await screen.findByText('还有 1 处要更正，更正后才能提交')).toBeTruthy()
    expect(screen.getByRole('link', { name: '第 1 行 · 王芳' }).getAttribute('href')).toBe('/employer/monthly/m1?row=1')
    expect(screen.queryByRole('button', { name: '提交申报' })).toBeNull()
  })

  it('names what only the office found, such as another employer who was first', async () => {
    const elsewhere = anIssue({
      ruleId: 'monthly.idNumber.activeElsewhere',
      code: 'ACTIVE_ELSEWHERE',
      field: 'idNumber',
      path: 'change[1].idNumber',
      params: { insurance: 'PENSION' },
    })
    const { user } = open(() => ({ __typename: 'MonthlyIncomplete', issues: [elsewhere] }))
    await promise(user)
    await user.click(screen.getByRole('button', { name: '提交申报' }))
    expect((await screen.findByRole('alert')).textContent).toMatch(/第 1 行 · 王芳.*养老/)
  })

  it('is looked at anew when a colleague changed it meanwhile', async () => {
    const { user } = open(() => ({ __typename: 'MonthlyConflict', revision: 9 }))
    await promise(user)
    await user.click(screen.getByRole('button', { name: '提交申报' }))
    expect(await screen.findByText(/另一位经办人刚才修改了内容/)).toBeTruthy()
  })

  it('is not for who may prepare alone, and needs no filing where nothing changes', async () => {
    open(
      () => submitted,
      checkAnswer(() => ({ actions: ['CANCEL'] })),
    )
    expect(await screen.findByText(/您的账号可以填写，不能提交/)).toBeTruthy()
    cleanup()
    const counts = { ...head().counts, changes: 0, stops: 0 }
    open(
      () => submitted,
      checkAnswer(() => ({ counts }), {}, []),
    )
    expect(await screen.findByText(/没有变动，不用申报/)).toBeTruthy()
    cleanup()
    open(
      () => submitted,
      checkAnswer(() => ({ counts }), {}, []),
      windowAnswer({ monthlySelf: true }),
    )
    expect(await screen.findByText(/逐月自行申报，请照样提交/)).toBeTruthy()
    expect(await screen.findByRole('button', { name: '提交申报' })).toBeTruthy()
  })
})
