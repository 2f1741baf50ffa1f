import type { Page } from '@playwright/test'
import type { Product } from '../fixtures/product.ts'

export interface Stage {
  page: Page
  words: (zh: string, en: string) => string
  product: Product
}

export interface Account {
  kind: 'employer' | 'me' | 'staff' | 'partner'
  identifier: (product: Product) => string | Promise<string>
  password: (product: Product) => string | Promise<string>
}

export interface Scene {
  /** The file's name begins with it. */
  name: string
  as: Account | null
  /** The whole page when absent; false pictures what the window shows, for a dialog over a long page. */
  whole?: boolean
  open: (stage: Stage) => Promise<void>
}

export const demoPassword = 'Demo-2026-shebao'

export const clerkOf = (registrationNo: string): Account => ({
  kind: 'employer',
  identifier: () => registrationNo,
  password: () => demoPassword,
})

export const staffMember = (staffNo: string): Account => ({
  kind: 'staff',
  identifier: () => staffNo,
  password: () => demoPassword,
})

export const operatorOf = (operatorNo: string): Account => ({
  kind: 'partner',
  identifier: () => operatorNo,
  password: () => demoPassword,
})

/** Opens an address and waits until nothing is being fetched any more. */
export const at =
  (path: string): Scene['open'] =>
  async ({ page }) => {
    await page.goto(path)
    await page.waitForLoadState('networkidle')
  }

/** On the page of payment certificates: what one of the last year holds. */
export async function seeCertificate({ page }: Stage): Promise<void> {
  await page.locator('button[type=submit]').click()
  await page.locator('section dl').waitFor()
}

const newPassword = '704913'
const oneTimeCode = 'DEMO-2026'

/** An insured person who has signed in and set a password of their own; whoever still has the first one is led to its page by signing in. */
export async function pastFirstPassword({ page }: Stage): Promise<void> {
  await page.goto('/me')
  await page.getByRole('heading', { level: 1 }).waitFor()
  if (!page.url().includes('first-password')) return
  await page.locator('input[name=oneTimeCode]').fill(oneTimeCode)
  await page.locator('input[name=newPassword]').fill(newPassword)
  await page.locator('input[name=repeated]').fill(newPassword)
  await page.locator('button[type=submit]').click()
  await page.waitForURL(/\/me$/)
}
