import type { CodegenConfig } from '@graphql-codegen/cli'

/** Types of every operation, written beside its `.graphql` file; run `pnpm --filter @shebao/web codegen` after changing one. */
const config: CodegenConfig = {
  schema: '../api/schema.graphql',
  documents: 'src/**/*.graphql',
  ignoreNoDocuments: true,
  generates: {
    'src/shared/lib/possible-types.generated.ts': { plugins: ['./codegen-possible-types.ts'] },
    'src/': {
      preset: 'near-operation-file',
      presetConfig: { extension: '.generated.ts' },
      plugins: ['./codegen-operations.ts', 'typed-document-node'],
      config: {
        useTypeImports: true,
        importExtension: '.ts',
        emitLegacyCommonJSImports: false,
        defaultScalarType: 'unknown',
        strictScalars: false,
        scalars: {
          ID: 'string',
          Explanation: '@shebao/premium#Explanation',
          Fen: '@shebao/kernel#Fen',
          Date: 'string',
          Period: 'string',
          DateTime: 'string',
          CaseMark: 'string',
        },
        nonOptionalTypename: true,
        skipTypeNameForRoot: true,
        inlineFragmentTypes: 'mask',
        customDirectives: { apolloUnmask: true },
        disableDescriptions: true,
      },
    },
  },
}

export default config
