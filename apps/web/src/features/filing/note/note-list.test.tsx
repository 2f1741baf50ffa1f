import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Unmasked } from '../../../shared/data/masking.ts'
import { answer, axeFindings, clerk, showPage } from '../../../shared/testing/show-page.tsx'
import { AnswerReviewNoteDocument, StandingNotesDocument } from './note.generated.ts'
import type { AnswerReviewNoteMutation, StandingNotesQuery } from './note.generated.ts'
import { StandingNotes } from './standing-notes.tsx'
// In the product they come a little later than their page.
import './answer-form.tsx'

type Declaration = NonNullable<Unmasked<StandingNotesQuery>['inspection']>
const person: Declaration['notes'][number] = {
  __typename: 'ReviewNote',
  id: 'n2',
  path: 'personnel[3]',
  text: '缺劳动合同',
  state: 'OPEN',
  row: 5,
  answer: null,
}
const inspection: Declaration = {
  __typename: 'Declaration',
  id: 'd1',
  status: 'RETURNED',
  personnelRevision: 1,
  notes: [{ ...person, id: 'n1', path: 'unit.bankName', text: '与开户许可证不一致', row: null }, person],
}

type Outcome = Unmasked<AnswerReviewNoteMutation>['answerReviewNote'] | 'DOWN'

function open(outcome: Outcome | ((sent: number) => Outcome)) {
  let sent = 0
  const save = answer(AnswerReviewNoteDocument, () => {
    sent += 1
    const said = outcome instanceof Function ? outcome(sent) : outcome
    if (said === 'DOWN') throw new Error('down')
    return { answerReviewNote: said }
  })
  const query = answer(StandingNotesDocument, { inspection })
  const shown = showPage(<StandingNotes at="personnel" personnelRevision={1} />, {
    answers: [query, save],
    viewer: clerk,
  })
  return { ...shown, save }
}

const answered = (text: string): Outcome => ({
  __typename: 'ReviewNoteAnswered',
  declaration: {
    ...inspection,
    errorCount: 0,
    steps: [],
    issues: [],
    unitIssues: [],
    notes: [{ ...person, answer: text, state: 'ANSWERED' }],
  },
})

afterEach(() => {
  cleanup()
  sessionStorage.clear()
  vi.unstubAllGlobals()
})

describe('the notes of the office on their page', () => {
  it('are tasks: those of this page, led to where they belong, open until they are answered', async () => {
    const { container, user, save } = open(answered('合同已补签'))
    const notes = await screen.findByRole('region', { name: '经办机构的退回意见' })
    expect(within(notes).queryByText('与开户许可证不一致')).toBeNull()
    expect(within(notes).getByRole('link', { name: '职工名单第 5 行' }).getAttribute('href')).toBe(
      '/employer/inspection/personnel?row=5',
    )
    expect(within(notes).getByText('待处理')).toBeTruthy()
    expect(within(notes).getByRole('status').textContent).toContain('还有 1 处')
    await user.click(within(notes).getByRole('button', { name: '书面答复' }))
    await user.click(await within(notes).findByRole('button', { name: '保存答复' }))
    expect(within(notes).getByRole('alert').textContent).toContain('请填写')
    await user.type(within(notes).getByRole('textbox', { name: /答复/ }), '合同已补签')
    await user.click(within(notes).getByRole('button', { name: '保存答复' }))
    expect(await within(notes).findByText('本单位答复：合同已补签')).toBeTruthy()
    expect(within(notes).getByText('已答复')).toBeTruthy()
    expect(save.sent).toEqual([{ input: { declarationId: 'd1', noteId: 'n2', answer: '合同已补签', was: '' } }])
    expect(sessionStorage.length).toBe(0)
    expect(await axeFindings(container)).toEqual([])
  })

  it('keep what is half typed in this tab, whatever happens to the page', async () => {
    const { user } = open('DOWN')
    await user.click(await screen.findByRole('button', { name: '书面答复' }))
    await user.type(screen.getByRole('textbox', { name: /答复/ }), '写到一半')
    await user.click(screen.getByRole('button', { name: '保存答复' }))
    expect((await screen.findByRole('alert')).textContent).toContain('没有保存')
    cleanup()
    open('DOWN')
    const field = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: /答复/ })
    expect(field.value).toBe('写到一半')
  })

  it('do not overwrite a colleague, and keep both answers in sight', async () => {
    const { user, save } = open((sent) =>
      sent === 1
        ? {
            __typename: 'ReviewNoteAnswerChanged',
            answer: '同事已答复',
            declaration: {
              ...inspection,
              errorCount: 0,
              steps: [],
              issues: [],
              unitIssues: [],
              notes: [{ ...person, answer: '同事已答复', state: 'ANSWERED' }],
            },
          }
        : answered('我的答复'),
    )
    await user.click(await screen.findByRole('button', { name: '书面答复' }))
    await user.type(screen.getByRole('textbox', { name: /答复/ }), '我的答复')
    await user.click(screen.getByRole('button', { name: '保存答复' }))
    expect((await screen.findByRole('alert')).textContent).toContain('同事已答复')
    expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: /答复/ }).value).toBe('我的答复')
    await user.click(screen.getByRole('button', { name: '保存答复' }))
    await waitFor(() => expect(save.sent).toHaveLength(2))
    expect(save.sent[1]).toMatchObject({ input: { answer: '我的答复', was: '同事已答复' } })
  })
})
