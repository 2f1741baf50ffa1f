import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { LanguageProvider } from '../lib/language-context.tsx'
import { followAids } from '../lib/reading-aids.ts'
import { fillBrowserGaps } from '../testing/browser-gaps.ts'
import { ReadingAidsSwitch } from './reading-aids-switch.tsx'

const show = () =>
  render(
    <LanguageProvider>
      <ReadingAidsSwitch />
    </LanguageProvider>,
  )
const root = document.documentElement

beforeAll(fillBrowserGaps)
beforeEach(() => localStorage.clear())
afterEach(() => {
  localStorage.clear()
  followAids(() => undefined)
})

test('what a reader chose holds at once and at the next opening of the page, and can be taken back', async () => {
  show()
  await userEvent.click(screen.getByRole('button', { name: /150/ }))
  await userEvent.click(screen.getByRole('button', { name: /高对比度|High contrast/ }))
  expect([root.style.fontSize, root.dataset['contrast']]).toEqual(['150%', 'more'])
  cleanup()
  root.style.fontSize = ''
  followAids(() => undefined)
  expect(root.style.fontSize).toBe('150%')
  show()
  expect(screen.getAllByRole('button', { pressed: true })).toHaveLength(2)
  await userEvent.click(screen.getByRole('button', { name: /标准字号|Normal text/ }))
  await userEvent.click(screen.getByRole('button', { name: /高对比度|High contrast/ }))
  expect([root.style.fontSize, root.dataset['contrast']]).toEqual(['', 'normal'])
})

test('a value that nobody can have chosen is passed over', () => {
  localStorage.setItem('shebao.text-size', '900')
  followAids(() => undefined)
  expect(root.style.fontSize).toBe('')
})
