import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import type { Browser, BrowserContext, Page } from '@playwright/test'
import { Keyboard } from './fixtures/keyboard.ts'
import { startProduct } from './fixtures/product.ts'
import type { Product } from './fixtures/product.ts'
import { signIn } from './fixtures/sign-in.ts'
import { caseScenes } from './pictures/case-scenes.ts'
import { clerkScenes } from './pictures/clerk-scenes.ts'
import { deskScenes } from './pictures/desk-scenes.ts'
import { enforcementScenes } from './pictures/enforcement-scenes.ts'
import { insuredScenes } from './pictures/insured-scenes.ts'
import { officeScenes } from './pictures/office-scenes.ts'
import { publicScenes } from './pictures/public-scenes.ts'
import type { Account, Scene, Stage } from './pictures/scene.ts'
import { staffScenes } from './pictures/staff-scenes.ts'

// A picture of every page and state: screens/<page>-<width>-<language>-<scheme>.png. Each account signs in once; each scene
// is set up once in each language and then pictured in both widths and both colour schemes.
const folder = join(import.meta.dirname, '../screens')
const wanted = process.argv.slice(2)
const languages = ['zh-CN', 'en'] as const
const sizes = [
  { width: 1440, height: 900 },
  { width: 360, height: 740 },
] as const
const settleMs = 250

const scenes: Scene[] = [
  ...publicScenes,
  ...clerkScenes,
  ...staffScenes,
  ...deskScenes,
  ...officeScenes,
  ...enforcementScenes,
  ...insuredScenes,
  ...caseScenes,
].filter(({ name }) => wanted.length === 0 || wanted.some((word) => name.includes(word)))

let failures = 0
// What a scene left pending may fail after it: nobody awaits that any more, and it must not end the process past its cleaning up.
process.on('unhandledRejection', (error) => {
  failures += 1
  console.error('✗ after its scene', error)
})
// Interrupted: the scenes that are left fail at once, and browser and product are stopped as at any other end.
let interrupted = false
let browser: Browser | undefined
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    interrupted = true
    void browser?.close()
  })
}

mkdirSync(folder, { recursive: true })
const product = await startProduct({}, process.env['SHEBAO_E2E_OFFICE'])
try {
  browser = await chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-quic', '--disable-background-networking'],
    // Both signals are ours to handle.
    handleSIGINT: false,
    handleSIGTERM: false,
  })
  for (const account of new Set(scenes.map(({ as }) => as))) {
    if (interrupted) break
    const ownScenes = scenes.filter(({ as }) => as === account)
    failures += await pictureAll(browser, product, account, ownScenes)
  }
} finally {
  await browser?.close()
  await product.stop()
}
process.exitCode = failures === 0 && !interrupted ? 0 : 1

async function pictureAll(browser: Browser, product: Product, account: Account | null, scenes: readonly Scene[]) {
  const context = await browser.newContext({ baseURL: product.url, locale: 'zh-CN', reducedMotion: 'reduce' })
  context.setDefaultTimeout(15_000)
  if (account) await enter(context, product, account)
  let failures = 0
  for (const scene of scenes) {
    for (const language of languages) {
      await context.addCookies([{ name: 'shebao_language', value: language, url: product.url }])
      const page = await context.newPage()
      try {
        await picture(page, product, scene, language)
        console.error(`› ${scene.name} (${language})`)
      } catch (error) {
        failures += 1
        console.error(`✗ ${scene.name} (${language})`, error)
      }
      await page.close()
    }
  }
  await context.close()
  return failures
}

async function picture(page: Page, product: Product, scene: Scene, language: (typeof languages)[number]) {
  const words: Stage['words'] = (zh, en) => (language === 'en' ? en : zh)
  await page.setViewportSize(sizes[0])
  await scene.open({ page, words, product })
  for (const size of sizes) {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.setViewportSize(size)
      await page.emulateMedia({ colorScheme })
      await page.waitForTimeout(settleMs)
      const name = `${scene.name}-${size.width}-${words('zh', 'en')}-${colorScheme}.png`
      if (scene.whole ?? true) {
        // A window as high as the page: what sticks to the foot stands at the foot.
        const height = await page.evaluate(() => document.documentElement.scrollHeight)
        await page.setViewportSize({ width: size.width, height: Math.max(size.height, height) })
      }
      await page.screenshot({ path: join(folder, name) })
    }
  }
}

async function enter(context: BrowserContext, product: Product, { kind, identifier, password }: Account) {
  const page = await context.newPage()
  await signIn(page, (zh) => zh, new Keyboard(page, false), kind, await identifier(product), await password(product))
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'))
  await page.close()
}
