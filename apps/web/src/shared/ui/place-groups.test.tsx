import { cleanup, screen } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import type { Place } from '../lib/feature.ts'
import { axeFindings, showPage } from '../testing/show-page.tsx'
import { PlaceGroups } from './place-groups.tsx'

afterEach(cleanup)

const icon = () => null
const place = (name: string, group: NonNullable<Place['group']>): Place => ({
  to: `/staff/${name}`,
  label: { zh: name, en: name },
  icon,
  order: 1,
  group,
  waits: [name],
})
const home: Place = { to: '/staff', label: { zh: '我的待办', en: 'My work' }, icon, order: 0, end: true }
const many = [
  home,
  ...Array.from({ length: 7 }, (_, index) => place(`money${index}`, 'MONEY')),
  ...Array.from({ length: 7 }, (_, index) => place(`people${index}`, 'PEOPLE')),
  place('people6/calls', 'OFFICE'),
]
const links = () => screen.getAllByRole('link').map((link) => link.textContent)

it('many places fold: the group of the open page is open, the others say what waits in them, keys open them', async () => {
  const { user, container } = showPage(<PlaceGroups places={many} waiting={{ people1: 2, people2: 3 }} />, {
    at: '/staff/money3/7',
  })
  expect(links()).toEqual(['我的待办', ...Array.from({ length: 7 }, (_, index) => `money${index}`)])
  const people = screen.getByRole('button', { name: /参保人/ })
  expect(people.getAttribute('aria-expanded')).toBe('false')
  expect(people.textContent).toContain('5')
  people.focus()
  await user.keyboard('{Enter}')
  expect(people.getAttribute('aria-expanded')).toBe('true')
  expect(links()).toHaveLength(8)
  expect(links()).toContain('people12')
  expect(await axeFindings(container)).toEqual([])
  await user.click(screen.getByRole('link', { name: /people6/ }))
  expect(screen.getByRole('link', { name: /people6/ }).getAttribute('aria-current')).toBe('page')
})

it('of a place and another below it the nearer one’s group is open', () => {
  showPage(<PlaceGroups places={many} />, { at: '/staff/people6/calls' })
  expect(links()).toEqual(['我的待办', 'people6/calls'])
})

it('few places stand as they are', () => {
  showPage(<PlaceGroups places={many.slice(0, 10)} />, { at: '/staff' })
  expect(links()).toHaveLength(10)
  expect(screen.queryByRole('button')).toBeNull()
})
