// @vitest-environment node
import { expect, it } from 'vitest'
import { filesOf } from './first-pages.ts'

const css = (...files: string[]) => ({ importedCss: new Set(files) })
const bundle = {
  'index.js': { type: 'chunk', isEntry: true, imports: ['react.js'], viteMetadata: css('index.css') },
  'react.js': { type: 'chunk' },
  'frame.js': { type: 'chunk', facadeModuleId: '/x/src/app/frame.tsx', imports: ['react.js', 'shared.js'] },
  'page.js': {
    type: 'chunk',
    facadeModuleId: '/x/src/page.tsx',
    imports: ['shared.js'],
    viteMetadata: css('page.css'),
  },
  'shared.js': { type: 'chunk', imports: ['page.js'], moduleIds: ['/x/src/guards.ts', '/x/src/words.ts'] },
  'other.js': { type: 'chunk', facadeModuleId: '/x/src/other.tsx', imports: ['heavy.js'] },
  'heavy.js': { type: 'chunk' },
}

it('a page consists of what its entry and its own modules import, each once, and of nothing else', () => {
  expect(filesOf(bundle, ['app/frame.tsx', 'page.tsx'])).toEqual([
    'index.js',
    'index.css',
    'react.js',
    'frame.js',
    'shared.js',
    'page.js',
    'page.css',
  ])
})

it('a module that lies in a file with others brings that file', () => {
  expect(filesOf(bundle, ['guards.ts'])).toEqual([
    'index.js',
    'index.css',
    'react.js',
    'shared.js',
    'page.js',
    'page.css',
  ])
})

it('a page whose module has moved is no page of nothing', () => {
  expect(() => filesOf(bundle, ['moved.tsx'])).toThrow('moved.tsx')
})
