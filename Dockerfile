# The server as one image: everything from the lock file, nothing at run time from the network.
FROM python:3.11-slim-bookworm AS build
WORKDIR /src
COPY . .
RUN pip install --no-cache-dir hatchling editables build \
 && python -m build --wheel --no-isolation --outdir /wheel

FROM python:3.11-slim-bookworm
RUN apt-get update \
 && apt-get install -y --no-install-recommends libegl1 libgl1 \
 && rm -rf /var/lib/apt/lists/* \
 && useradd --system --uid 10001 --home-dir /var/lib/billreel --create-home billreel
COPY requirements.lock /tmp/
COPY --from=build /wheel/*.whl /tmp/
RUN pip install --no-cache-dir --require-hashes -r /tmp/requirements.lock \
 && pip install --no-cache-dir --no-deps /tmp/*.whl \
 && rm /tmp/*.whl /tmp/requirements.lock
USER billreel
WORKDIR /var/lib/billreel
# In a container the port is reached from outside it; what may reach it is the network's to say.
ENV BILLREEL_DATA=/var/lib/billreel/data BILLREEL_HOST=0.0.0.0 OPENBLAS_NUM_THREADS=1
VOLUME /var/lib/billreel/data
EXPOSE 8470
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s \
  CMD ["python", "-c", "import urllib.request as u; u.urlopen('http://127.0.0.1:8470/readyz', timeout=2)"]
ENTRYPOINT ["billreel"]
CMD ["serve"]
