import swagger from "@fastify/swagger";
import swaggerUi from "@fastify/swagger-ui";
import type { FastifyInstance } from "fastify";
import { jsonSchemaTransform } from "fastify-type-provider-zod";

/** OpenAPI of every route at /api/openapi.json, to read and try at /api/docs. Register before the routes. */
export async function describeRoutes(server: FastifyInstance, version: string): Promise<void> {
  await server.register(swagger, {
    openapi: {
      openapi: "3.1.0",
      info: { title: "双轨 Tandem", version, description: "侵犯公民个人信息案件办案平台接口。除登录外，所有修改须带请求头 x-csrf-token。" },
      components: { securitySchemes: { session: { type: "apiKey", in: "cookie", name: "tandem_session" } } },
      security: [{ session: [] }],
    },
    transform: jsonSchemaTransform,
  });
  await server.register(swaggerUi, {
    routePrefix: "/api/docs",
    staticCSP: true,
    transformStaticCSP: keepWithin,
    uiConfig: { deepLinking: false },
  });
  server.get("/api/openapi.json", { schema: { hide: true } }, async (_request, reply) => reply.send(server.swagger()));
}

/** The plugin's policy lets a foreign validator in and asks for https, which an address inside the office does not have. */
function keepWithin(policy: string): string {
  return policy
    .replace(" validator.swagger.io", "")
    .replaceAll(" https:", "")
    .replace(/\s*upgrade-insecure-requests;?/, "")
    .replace("frame-ancestors 'self'", "frame-ancestors 'none'");
}
