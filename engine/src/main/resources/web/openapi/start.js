// Shows the interface of whoever is signed in by cookie; "Authorize" takes an access token instead.
let token = ''

SwaggerUIBundle({
  url: '/openapi.json',
  dom_id: '#interface',
  deepLinking: true,
  docExpansion: 'none',
  filter: true,
  tryItOutEnabled: true,
  requestInterceptor(request) {
    if (token && !request.headers.Authorization) request.headers.Authorization = `Bearer ${token}`
    return request
  },
  responseInterceptor(response) {
    // After a sign-in tried on this page, the rest of the page is of that user.
    if (response.url.endsWith('/api/auth/login') && response.ok && response.obj?.accessToken) {
      token = response.obj.accessToken
    }
    return response
  },
})
