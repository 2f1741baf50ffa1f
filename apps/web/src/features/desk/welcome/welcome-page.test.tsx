import { cleanup, screen } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { axeFindings, showPage } from '../../../shared/testing/show-page.tsx'
import { WelcomePage } from './welcome-page.tsx'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

describe('the front door', () => {
  it.each([
    ['zh-CN', /^用人单位/, /^参保/, /^经办/],
    ['en', /^Employer/, /^Insured person/, /^Office staff/],
  ] as const)('has a way in for each kind of people, and what is open to all (%s)', async (language, ...doors) => {
    const { container } = showPage(<WelcomePage />, { language })
    const targets = doors.map((name) => screen.getAllByRole('link', { name })[0]?.getAttribute('href'))
    expect(targets).toEqual(['/sign-in/employer', '/sign-in/me', '/sign-in/staff'])
    const open = screen.getAllByRole('link').map((link) => link.getAttribute('href'))
    expect(open).toContain('/calculator')
    expect(open).toContain('/verify')
    expect(await axeFindings(container)).toEqual([])
  })
})
