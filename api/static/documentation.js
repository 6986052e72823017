// Starts Swagger UI on /docs. `validatorUrl: null` keeps it from showing a badge of another host.
window.addEventListener("DOMContentLoaded", () => {
  window.SwaggerUIBundle({
    url: "/docs/openapi.json",
    dom_id: "#swagger-ui",
    deepLinking: true,
    validatorUrl: null,
    presets: [window.SwaggerUIBundle.presets.apis],
    layout: "BaseLayout",
  });
});
