import { defineConfig, devices } from '@playwright/test'

const launchOptions = {
  executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
  args: [
    '--no-sandbox',
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

/** The journey in both languages, on a desktop and on a phone; each worker has a product of its own. */
export default defineConfig({
  testDir: 'journeys',
  outputDir: '../test-results',
  timeout: 420_000,
  expect: { timeout: 15_000 },
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  reporter: [
    ['list'],
    ['json', { outputFile: process.env['PLAYWRIGHT_JSON_OUTPUT_FILE'] ?? '../test-results/report.json' }],
  ],
  use: { trace: 'retain-on-failure', screenshot: 'only-on-failure', actionTimeout: 20_000 },
  projects: [
    { name: 'desktop-zh', use: { ...desktop, locale: 'zh-CN' } },
    { name: 'desktop-en', use: { ...desktop, locale: 'en' } },
    { name: 'phone-zh', use: { ...phone, locale: 'zh-CN' } },
    { name: 'phone-en', use: { ...phone, locale: 'en' } },
  ],
})
