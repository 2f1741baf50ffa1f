import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, expect, it, vi } from 'vitest'
import { answer, axeFindings, showPage, staffWith } from '../../../shared/testing/show-page.tsx'
import { SavedViews } from './saved-views.tsx'
import { DeleteViewDocument, RenameViewDocument, SavedViewsDocument, SaveViewDocument } from './view.generated.ts'
import type { SaveViewMutation } from './view.generated.ts'
// In the product they come a little later than their page.
import './manage-views.tsx'
import './save-view.tsx'

const view = { __typename: 'SavedView' as const, id: 'v1', name: '大额', search: 'sort=OWED&owed=10000' }

function show(outcomes: SaveViewMutation['saveView'][] = []) {
  const answers = [...outcomes]
  return showPage(<SavedViews page="DEBTORS" />, {
    answers: [
      answer(SavedViewsDocument, { savedViews: [view] }),
      answer(SaveViewDocument, () => {
        const saveView = answers.shift()
        if (!saveView) throw new Error('not asked for')
        return { saveView }
      }),
      answer(RenameViewDocument, { renameView: { __typename: 'SavedViewRefused', reason: 'NAME_TAKEN' } }),
      answer(DeleteViewDocument, { deleteView: true }),
    ],
    viewer: staffWith('OFFICER'),
    path: '/staff/debtors',
    at: '/staff/debtors?owed=10000&sort=OWED',
  })
}
afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
})

it('a view is an address, marked when it is the one that is shown', async () => {
  show()
  const link = await screen.findByRole('link', { name: '大额' })
  expect([link.getAttribute('href'), link.getAttribute('aria-current')]).toEqual([
    '/staff/debtors?sort=OWED&owed=10000',
    'page',
  ])
  expect(await axeFindings()).toEqual([])
})

it('what is shown is kept under a name; one that is taken is asked about, and what was typed stays', async () => {
  const { askedOf } = show([
    { __typename: 'SavedViewRefused', reason: 'NAME_TAKEN' },
    { __typename: 'SavedViewKept', view },
  ])
  await userEvent.click(await screen.findByRole('button', { name: '保存当前视图' }))
  const dialog = within(await screen.findByRole('dialog'))
  await userEvent.click(dialog.getByRole('button', { name: '保存当前视图' }))
  expect(dialog.getByText('请用 1 至 40 字命名')).toBeTruthy()
  await userEvent.type(dialog.getByLabelText('视图名称'), '大额')
  await userEvent.click(dialog.getByRole('button', { name: '保存当前视图' }))
  await userEvent.click(await dialog.findByRole('button', { name: '替换' }))
  expect(await screen.findByText('已保存“大额”。')).toBeTruthy()
  const asked = { page: 'DEBTORS', name: '大额', search: 'owed=10000&sort=OWED' }
  expect(askedOf('SaveView')).toEqual([
    { ...asked, replace: false },
    { ...asked, replace: true },
  ])
})

it('views are renamed, sent as a link and deleted after a question', async () => {
  const { askedOf } = show()
  const writeText = vi.fn<(text: string) => Promise<void>>(() => Promise.resolve())
  await userEvent.click(await screen.findByRole('button', { name: '管理视图' }))
  vi.spyOn(navigator.clipboard, 'writeText').mockImplementation(writeText)
  const dialog = within(await screen.findByRole('dialog'))
  await userEvent.click(dialog.getByRole('button', { name: '复制“大额”的链接' }))
  expect(writeText).toHaveBeenCalledWith(`${window.location.origin}/staff/debtors?sort=OWED&owed=10000`)
  await userEvent.type(dialog.getByRole('textbox', { name: '为“大额”改名' }), '二')
  await userEvent.click(dialog.getByRole('button', { name: '改名' }))
  expect(await dialog.findByText('您已有同名的视图，请换一个名称。')).toBeTruthy()
  await userEvent.click(dialog.getByRole('button', { name: '删除视图“大额”' }))
  expect(askedOf('DeleteView')).toEqual([])
  await userEvent.click(dialog.getAllByRole('button', { name: '删除视图“大额”' }).at(-1) ?? document.body)
  await waitFor(() => expect(askedOf('DeleteView')).toEqual([{ id: 'v1' }]))
  expect(askedOf('RenameView')).toEqual([{ id: 'v1', name: '大额二' }])
})
