import 'virtual:theme-variables.css'
import './shared/ui/mantine.css'
import './shared/ui/tokens.css'
import './shared/ui/thumb.css'
import { startTransition } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app/app.tsx'
import { followAids } from './shared/lib/reading-aids.ts'
import { returnFocusToButtons } from './shared/lib/return-focus.ts'

declare global {
  var __zod_globalConfig: { jitless?: boolean } | undefined
}

// zod finds out whether it may write code by writing some, and the content policy reports that. Said where zod looks, without loading it.
globalThis.__zod_globalConfig = { ...globalThis.__zod_globalConfig, jitless: true }

const container = document.getElementById('root')
if (!container) throw new Error('index.html has lost its #root.')
returnFocusToButtons()
const root = createRoot(container)
// The first drawing too is made in parts: a slow phone shows its bar and answers a thumb meanwhile.
followAids(() => startTransition(() => root.render(<App />)))
