/** Schemas are compiled when their route is first asked: compiling all of them was a fifth of the time of a start. */
import { createRequire } from 'node:module'
import type { FastifyServerOptions } from 'fastify'

type Validate = ((data: unknown) => unknown) & { errors?: unknown }
type Serialise = (data: unknown) => string

/** Fastify's own compilers: options to a compiler, a route's schema to its function. */
type Build<T> = (externalSchemas: unknown, options: unknown) => (definition: unknown) => T

const require = createRequire(import.meta.url)

const buildValidator: Build<Validate> = (externalSchemas, options) => {
  const compiler = once(() => load<Validate>('@fastify/ajv-compiler')(externalSchemas, options))
  return (definition) => {
    const compiled = once(() => compiler()(definition))
    const validate: Validate = (data) => {
      const result = compiled()(data)
      validate.errors = compiled().errors
      return result
    }
    return validate
  }
}

const buildSerializer: Build<Serialise> = (externalSchemas, options) => {
  const compiler = once(() =>
    load<Serialise>('@fastify/fast-json-stringify-compiler')(externalSchemas, options),
  )
  return (definition) => {
    const compiled = once(() => compiler()(definition))
    return (data) => compiled()(data)
  }
}

/**
 * Fastify's own compilers behind a first call. A schema that cannot be compiled is a fault of the first request; the
 * test that asks every endpoint finds it before anybody does.
 */
export const lazySchemas = { buildValidator, buildSerializer } as NonNullable<
  NonNullable<FastifyServerOptions['schemaController']>['compilersFactory']
>

function load<T>(name: string): Build<T> {
  return require(name)()
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}
