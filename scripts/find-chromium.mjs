// A browser for the end-to-end tests: one that is installed, else one that this machine can install.
// Best is the shell without windows: the same pages for a fifth less of the processor.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const candidates = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

const installed = () => candidates.find((path) => path && existsSync(path))

export function findChromium() {
  const found = installed()
  if (found) return found
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.error('› Installing Chromium')
    const quiet = { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }
    spawnSync('apt-get', ['update', '-qq'], quiet)
    for (const name of ['chromium-headless-shell', 'chromium']) {
      spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name, 'fonts-noto-cjk'], quiet)
      if (installed()) return installed()
    }
  }
  console.error(
    [
      '✗ The end-to-end tests need Chromium or Chrome, and none was found.',
      '  Install one (Debian: apt-get install chromium; macOS: Google Chrome), or name it in CHROMIUM_PATH.',
    ].join('\n'),
  )
  process.exit(1)
}
