import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { keptOf, putDraft, putSubmission, type KeptWhat } from '../../../shared/drafts/shelf.ts'
import { SignOutQuestion } from '../../../shared/drafts/sign-out-question.tsx'
import { freshShelf } from '../../../shared/testing/fresh-shelf.ts'
import { answer, clerk, showPage } from '../../../shared/testing/show-page.tsx'
import { useSignOut } from './use-sign-out.ts'
import { SignOutDocument } from './viewer.generated.ts'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

it('what the office does not have is named before signing out takes it away', async () => {
  await freshShelf()
  const owner = 'a1/e1'
  const at = '2026-11-23T02:32:00Z'
  const what: KeptWhat = { kind: 'PERSON', of: '7', path: '/' }
  const typed = { owner, what, base: {}, mine: {}, revision: null, beside: null, typedAt: at, page: 'p' }
  await putDraft({ ...typed, draft: 'person.d1.7' })
  await putDraft({ ...typed, draft: 'person.d1.8' })
  await putSubmission({ owner, declaration: 'd1', what, content: '1', signer: '李明', key: null, pressedAt: at })
  const out = answer(SignOutDocument, { signOut: true })
  const { user } = showPage(<Leaving />, { viewer: clerk, answers: [out] })
  await user.click(screen.getByRole('button', { name: 'leave' }))
  const question = await screen.findByRole('dialog')
  expect(question.textContent).toContain('有1份申报按下了提交但没有送达')
  expect(question.textContent).toContain('有2份填写的内容还没有保存')
  await user.click(within(question).getByRole('button', { name: '取消' }))
  expect([out.sent, (await keptOf(owner)).submissions.length]).toEqual([[], 1])
  await user.click(screen.getByRole('button', { name: 'leave' }))
  await user.click(await screen.findByRole('button', { name: '删除并退出' }))
  await waitFor(async () => expect(await keptOf(owner)).toEqual({ drafts: [], submissions: [] }))
  expect(out.sent).toHaveLength(1)
})

function Leaving() {
  const { ask, losing, confirm, cancel } = useSignOut('a1')
  return (
    <>
      <button type="button" onClick={ask}>
        leave
      </button>
      {losing ? <SignOutQuestion losing={losing} confirm={confirm} cancel={cancel} /> : null}
    </>
  )
}
