import { cleanup, screen, within } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { axeFindings, showPage } from '../testing/show-page.tsx'
import { MonthInput } from './month-input.tsx'
import { monthAfter } from './month-steps.ts'

afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

function open(first = '') {
  const kept = { value: first }
  function Form() {
    const [value, setValue] = useState(first)
    kept.value = value
    return <MonthInput label="月份" value={value} onChange={setValue} />
  }
  return { ...showPage(<Form />, { answers: [] }), kept }
}
const field = () => screen.getByRole<HTMLInputElement>('textbox', { name: '月份' })
const button = () => screen.getByRole('button', { name: '选择月份' })

describe('a field for a month', () => {
  it.each([
    ['202603', '2026-03'],
    ['2026/3', '2026-03'],
    ['2026年12月', '2026-12'],
    ['２０２６－０３', '2026-03'],
  ])('understands %s', async (typed, month) => {
    const { user, kept } = open()
    await user.type(field(), typed)
    expect(field().value).toBe(typed)
    expect(kept.value).toBe(month)
    await user.tab()
    expect(field().value).toBe(month)
  })

  it('keeps what is no month as it was typed', async () => {
    const { user, kept } = open()
    await user.type(field(), '去年三月')
    await user.tab()
    expect(kept.value).toBe('去年三月')
    expect(field().value).toBe('去年三月')
  })

  it('lets a month be chosen by the keyboard alone, beyond the ends of a year', async () => {
    const { user, kept, container } = open('2026-11')
    await user.tab()
    await user.tab()
    expect(document.activeElement).toBe(button())
    await user.keyboard('{Enter}')
    const sheet = screen.getByRole('dialog', { name: '选择月份' })
    expect(document.activeElement).toBe(within(sheet).getByRole('button', { name: /2026年11月/ }))
    expect(await axeFindings(container)).toEqual([])
    await user.keyboard('{ArrowDown}')
    expect(document.activeElement).toBe(within(sheet).getByRole('button', { name: /2027年2月/ }))
    await user.keyboard('{PageUp}{Enter}')
    expect(kept.value).toBe('2026-02')
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(document.activeElement).toBe(button())
  })

  it('leaves the month as it was on Escape, and lets nothing around it close', async () => {
    const { user, kept } = open('2026-11')
    const around = vi.fn<(event: Event) => void>()
    document.body.addEventListener('keydown', around)
    await user.click(button())
    await user.keyboard('{ArrowLeft}{Escape}')
    document.body.removeEventListener('keydown', around)
    expect(kept.value).toBe('2026-11')
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(document.activeElement).toBe(button())
    expect(around.mock.calls.some(([event]) => event instanceof KeyboardEvent && event.key === 'Escape')).toBe(false)
  })

  it('closes when something else is pressed, and turns years without losing the button', async () => {
    const { user } = open('2026-11')
    await user.click(button())
    const sheet = screen.getByRole('dialog')
    await user.click(within(sheet).getByRole('button', { name: '上一年' }))
    await user.click(within(sheet).getByRole('button', { name: '上一年' }))
    expect(within(sheet).getByText('2024')).toBeTruthy()
    expect(document.activeElement).toBe(within(sheet).getByRole('button', { name: '上一年' }))
    await user.click(field())
    expect(screen.queryByRole('dialog')).toBeNull()
  })
})

it.each([
  ['2026-01', 'ArrowLeft', '2025-12'],
  ['2026-12', 'ArrowDown', '2027-03'],
  ['2026-05', 'Home', '2026-01'],
  ['2026-05', 'End', '2026-12'],
  ['1000-01', 'ArrowLeft', undefined],
  ['9999-12', 'ArrowRight', undefined],
  ['2026-05', 'x', undefined],
])('from %s the key %s leads to %s', (month, key, next) => {
  expect(monthAfter(month, key)).toBe(next)
})
