import { defineConfig, devices } from '@playwright/test'
import type { ProjectParts } from './fixtures/test.ts'

const launchOptions = {
  executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    // The pages are drawn by the processor either way: without a second process in between it takes a fifth less time.
    '--disable-gpu',
    '--disable-quic',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
}
const desktop = { ...devices['Desktop Chrome'], viewport: { width: 1440, height: 900 }, launchOptions }
const phone = {
  ...devices['Desktop Chrome'],
  viewport: { width: 360, height: 740 },
  hasTouch: true,
  isMobile: true,
  launchOptions,
}

/**
 * The journeys in both languages, on a desktop and on a phone; each worker has a product of its own. `npm test` runs one
 * desktop and one phone, one Chinese and one English. The desktop, where a keyboard is, presses Tab for every step; the others go to an element
 * at once if Tab could. The other two are run by hand: they would see the same pages in another mixture, for as much time again. A desk of a
 * few people is judged once, with a look at the other width (`inspectPage`). The walk from an empty database, on a product in
 * production, is walked once, and makes staff accounts on its way: their own journey is run by hand.
 */
export default defineConfig<ProjectParts>({
  testDir: 'journeys',
  outputDir: '../test-results',
  timeout: 600_000,
  expect: { timeout: 15_000 },
  workers: 2,
  globalSetup: 'fixtures/prepare-office.ts',
  forbidOnly: true,
  reporter: [
    ['list'],
    ['json', { outputFile: process.env['PLAYWRIGHT_JSON_OUTPUT_FILE'] ?? '../test-results/report.json' }],
  ],
  // A trace of every key costs more than the journey: `--trace retain-on-failure` when one is wanted.
  use: {
    trace: 'off',
    screenshot: 'only-on-failure',
    actionTimeout: 20_000,
    // Nobody learns anything from waiting for a drawer to slide.
    contextOptions: { reducedMotion: 'reduce' },
  },
  // The longest first, so that nobody waits long for the last: groups of tests are begun in this order.
  projects: [
    {
      name: 'going-live',
      testMatch: /going-live/,
      use: { ...desktop, locale: 'zh-CN', pressEveryTab: true },
    },
    {
      name: 'phone-en',
      testIgnore:
        /calculator|policy|reconciliation|told|going-live|morning|staff-account|monthly|enforcement|offline\.spec/,
      use: { ...phone, locale: 'en', pressEveryTab: false },
    },
    {
      name: 'desktop-zh',
      testIgnore: /refund|agreement|back-payment|signing-in|staff-account|listening|going-live/,
      use: { ...desktop, locale: 'zh-CN', pressEveryTab: true },
    },
    {
      name: 'desktop-en',
      testIgnore: /going-live|listening|enforcement/,
      use: { ...desktop, locale: 'en', pressEveryTab: false },
    },
    {
      name: 'phone-zh',
      testIgnore: /going-live|monthly|enforcement|offline\.spec/,
      use: { ...phone, locale: 'zh-CN', pressEveryTab: false },
    },
  ],
})
