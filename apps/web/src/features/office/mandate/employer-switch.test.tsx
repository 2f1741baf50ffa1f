import { cleanup, screen, within } from '@testing-library/react'
import { GraphQLError } from 'graphql'
import { afterEach, expect, it, vi } from 'vitest'
import { answer, axeFindings, clerk, showPage } from '../../../shared/testing/show-page.tsx'
import { EmployerSwitch } from './employer-switch.tsx'
import { EmployersActedForDocument } from './employer-switch.generated.ts'
import { SwitchEmployerDocument } from './switch-dialog.generated.ts'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const employer = (employerId: string, name: string, mandateTo: string | null = null) => ({
  __typename: 'EmployerActedFor' as const,
  employerId,
  name,
  registrationNo: `1101${employerId}`,
  mandateTo,
})
const own = employer('e1', '代理有限公司')

function open(employers = [own, employer('e2', '青禾软件', '2026-12-31')]) {
  const assign = vi.fn<(to: string) => void>()
  vi.stubGlobal('location', { ...window.location, assign })
  const shown = showPage(<EmployerSwitch />, {
    viewer: clerk,
    answers: [
      answer(EmployersActedForDocument, { employersActedFor: employers }),
      answer(SwitchEmployerDocument, ({ employerId }) => {
        if (employerId === 'e9') throw new GraphQLError('No such employer.', { extensions: { code: 'NOT_FOUND' } })
        return { switchEmployer: { __typename: 'Viewer', id: 'a1', employerId } }
      }),
    ],
  })
  return { ...shown, assign }
}

it('shows which employer it is, and switches by the keyboard alone', async () => {
  const { user, assign, askedOf } = open()
  await screen.findByRole('button', { name: '切换单位，当前：代理有限公司' })
  await user.tab()
  await user.keyboard('{Enter}')
  const dialog = within(await screen.findByRole('dialog', { name: '切换所代表的单位' }))
  expect(dialog.getByRole('button', { name: /代理有限公司/ }).getAttribute('aria-current')).toBe('true')
  expect(await axeFindings()).toEqual([])
  dialog.getByRole('button', { name: /青禾软件.*委托至 2026年12月31日/ }).focus()
  await user.keyboard('{Enter}')
  await vi.waitFor(() => expect(assign).toHaveBeenCalledWith('/employer'))
  expect(askedOf('SwitchEmployer')).toEqual([{ employerId: 'e2' }])
})

it('says when nothing was switched, and finds one of many by its number', async () => {
  const many = Array.from({ length: 9 }, (_, place) => employer(`e${place + 1}`, `单位${place + 1}`, '2026-12-31'))
  const { user, assign } = open(many)
  await user.click(await screen.findByRole('button', { name: '切换单位，当前：单位1' }))
  await user.type(await screen.findByLabelText('按名称或登记证号查找'), '1101e9')
  const found = within(screen.getByRole('list')).getAllByRole('button')
  expect(found.map(({ textContent }) => textContent?.slice(0, 3))).toEqual(['单位9'])
  if (found[0]) await user.click(found[0])
  expect(await screen.findByText(/没有切换/)).toBeTruthy()
  expect(assign).not.toHaveBeenCalled()
})

it('is not there for whoever acts for one employer, and leads away from one whose mandate has ended', async () => {
  open([own])
  await vi.waitFor(() => expect(screen.queryByRole('button')).toBeNull())
  cleanup()
  open([employer('e2', '青禾软件')])
  expect(await screen.findByRole('button', { name: '切换单位，当前：委托已终止' })).toBeTruthy()
})
