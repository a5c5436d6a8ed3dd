/** The body of every refusal: an RFC 9457 problem document. */
import { type Static, Type } from 'typebox'

/** `code` is stable; the other members help a person or a page to say what to do. */
export const Problem = Type.Object(
  {
    type: Type.String(),
    title: Type.String(),
    status: Type.Integer(),
    code: Type.String(),
    detail: Type.String(),
    requestId: Type.String(),
    /** The body's field that was refused, where there is one. */
    field: Type.Optional(Type.String()),
    /** The file's column or line that was refused. */
    column: Type.Optional(Type.String()),
    line: Type.Optional(Type.Integer()),
    triesLeft: Type.Optional(Type.Integer()),
    retryAfterSeconds: Type.Optional(Type.Integer()),
    /** For a clock that is off: minutes, positive when the device is ahead. */
    clockOffsetMinutes: Type.Optional(Type.Integer()),
    minimumLength: Type.Optional(Type.Integer()),
    /** For another shape: what the app seems to use, such as SHA256, 8 digits, 60 s. */
    seenShape: Type.Optional(Type.String()),
    /** For an empty budget or a method that is off: what else can be used. */
    otherMethods: Type.Optional(Type.Array(Type.String())),
  },
  { additionalProperties: false },
)
export type Problem = Static<typeof Problem>
