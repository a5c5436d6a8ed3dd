/** Serves the console: two pages by their addresses, and the built assets. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { refuse } from '../kernel/refusal.ts'
import { sendRefused } from './refused.ts'
import { PAGE_POLICY } from './security-headers.ts'

const SIGN_IN_PAGES = ['/sign-in', '/register']
const APP_PAGES = [
  '/',
  '/security',
  '/security/*',
  '/ram',
  '/ram/*',
  '/new-password',
  '/invitation',
  '/not-me',
  '/outbox',
]
const YEAR_SECONDS = 365 * 24 * 60 * 60

/**
 * Mounts the pages of a build. Assets carry a hash in their name and never change; pages are asked for anew each time.
 * What is not there answers a page for people and a problem document for programs, both 404.
 */
export async function mountPages(server: FastifyInstance, folder: string): Promise<void> {
  const signIn = readFileSync(join(folder, 'sign-in.html'))
  const app = readFileSync(join(folder, 'app.html'))
  const send = (reply: FastifyReply, page: Buffer, status = 200) =>
    reply
      .code(status)
      .header('content-security-policy', PAGE_POLICY)
      .header('cache-control', 'no-cache')
      .type('text/html; charset=utf-8')
      .send(page)

  for (const url of SIGN_IN_PAGES) server.get(url, (_request, reply) => send(reply, signIn))
  for (const url of APP_PAGES) server.get(url, (_request, reply) => send(reply, app))
  await server.register(fastifyStatic, {
    root: join(folder, 'assets'),
    prefix: '/assets/',
    index: false,
    cacheControl: true,
    immutable: true,
    maxAge: YEAR_SECONDS * 1000,
    preCompressed: true,
  })
  const icon = join(folder, 'favicon.svg')
  if (existsSync(icon)) {
    const mark = readFileSync(icon)
    for (const url of ['/favicon.svg', '/favicon.ico']) {
      server.get(url, (_request, reply) =>
        reply.type('image/svg+xml').header('cache-control', 'max-age=86400').send(mark),
      )
    }
  }
  server.setNotFoundHandler((request, reply) => {
    const isPage =
      request.method === 'GET' &&
      !request.url.startsWith('/api/') &&
      request.headers.accept?.includes('text/html') === true
    return isPage ? send(reply, app, 404) : sendRefused(reply, refuse('not_found'), request.id)
  })
}
